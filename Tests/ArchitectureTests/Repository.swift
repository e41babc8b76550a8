import Foundation

/// The sources on disk, read once.
enum Repository {
    /// Three folders above this file.
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where generated code lies; no rule applies to it.
    private static let generated = "Sources/LiveKit/Contract/Generated/"

    static let files: [SourceFile] = ["Sources", "Benchmarks", "Fuzzing", "Tests"].flatMap { swiftFiles(under: $0) }
    static let sources = files.filter { !$0.isTest }

    static func text(of path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The files of a room, those of rooms inside its folder excepted.
    static func files(of room: House.Room) -> [SourceFile] {
        sources.filter { $0.path.hasPrefix("\(room.path)/") }
    }

    private static func swiftFiles(under folder: String) -> [SourceFile] {
        let base = root.appending(path: folder)
        guard let paths = FileManager.default.enumerator(atPath: base.path) else { return [] }
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().compactMap { relative in
            let path = "\(folder)/\(relative)"
            guard !path.hasPrefix(generated), let text = text(of: path) else { return nil }
            return SourceFile(path: path, text: text)
        }
    }
}
