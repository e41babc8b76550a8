import Foundation

extension Installation {
    /// The folder of plays of the checkout: `Plays` here or in a folder above the program; `nil` when there is none.
    static var plays: String? { folder("Plays") }

    /// The same of spoken plays.
    static var calls: String? { folder("Calls") }

    /// The same of the callers' recordings.
    static var recordings: String? { folder("Tests/Interop/Recordings") }

    private static func folder(_ name: String) -> String? {
        let folders = [FileManager.default.currentDirectoryPath] + foldersAboveProgram
        return folders.map { $0 + "/" + name }.first { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }
}
