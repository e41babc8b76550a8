import Foundation

/// A folder for what programs write, removed at the end, and the programs themselves.
final class Workshop {
    let folder: URL
    private var children: [Child] = []

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("parley-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Starts `parley`, or another program, with these arguments.
    func start(_ arguments: [String], program: String? = nil, environment: [String: String] = [:]) throws -> Child {
        let child = try Child(arguments, program: program, environment: environment, in: folder)
        children.append(child)
        return child
    }

    /// Starts `parley dev` on free ports and with a database of its own; returns when it is ready.
    func startServer(_ options: [String] = []) throws -> Server {
        let ports = ["--api-port", "0", "--room-port", "0", "--media-port", "0"]
        let database = ["--database", folder.appendingPathComponent("\(UUID().uuidString).sqlite").path]
        let child = try start(["dev", "--json"] + ports + database + options)
        // The first start on a machine compiles language models.
        return try Server(child, line: child.line(within: .seconds(90)))
    }

    /// Ends every program, the last first.
    func close() {
        for child in children.reversed() { child.end() }
        try? FileManager.default.removeItem(at: folder)
    }
}
