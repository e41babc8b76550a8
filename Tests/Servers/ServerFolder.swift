import Foundation

/// A folder for a server's files. Its path is short: the path of a Unix socket has at most 107 bytes.
struct ServerFolder: Sendable {
    let path: String

    /// - Parameter owner: whose folder it shall be, when we may give it away.
    init(_ name: String, owner: String? = nil) throws {
        path = "/tmp/parley-\(name)-\(UUID().uuidString.prefix(8).lowercased())"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        if let owner {
            try FileManager.default.setAttributes([.ownerAccountName: owner], ofItemAtPath: path)
        }
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
    }

    /// The end of the server's log.
    var log: String {
        let text = (try? String(contentsOfFile: "\(path)/log", encoding: .utf8)) ?? "no log"
        return String(text.suffix(2000))
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
