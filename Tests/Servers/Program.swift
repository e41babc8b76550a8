import Foundation

/// A program on this machine.
struct Program: Sendable {
    let path: String

    /// Looks in the folders first, then in PATH. The folders may hold one `*` for a version; the newest is taken.
    init(_ name: String, in folders: [String] = [], package: String) throws(ServerError) {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let candidates = folders.flatMap(Self.versions) + path.split(separator: ":").map(String.init)
        let found = candidates.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw .missing(program: name, package: package) }
        self.path = found
    }

    private static func versions(of folder: String) -> [String] {
        let parts = folder.components(separatedBy: "/*")
        guard parts.count == 2 else { return [folder] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parts[0])) ?? []
        return names.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
            .map { "\(parts[0])/\($0)\(parts[1])" }
    }
}
