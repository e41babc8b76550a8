import Foundation

extension Installation {
    /// The folder of plays of the checkout: `Plays` here or in a folder above the program; `nil` when there is none.
    static var plays: String? {
        let folders = [FileManager.default.currentDirectoryPath] + foldersAboveProgram
        return folders.map { $0 + "/Plays" }.first { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
        }
    }
}
