import Foundation
import Glibc
import Synchronization

/// A Redis server on loopback that keeps nothing on disk.
package final class RedisServer: Sendable {
    /// One for all suites of this process, without a password. It ends with the process.
    package static let shared = Task { try await RedisServer.start() }

    package let port: Int
    private let program: Program
    private let folder: ServerFolder
    private let password: String?
    private let process = Mutex<ServerProcess?>(nil)

    /// Starts a server; returns when it listens.
    package static func start(password: String? = nil) async throws -> RedisServer {
        let program = try Program("redis-server", package: "redis-server")
        let server = RedisServer(
            port: try Loopback.freePort(), program: program, folder: try ServerFolder("redis"), password: password)
        do {
            try await server.restart()
            return server
        } catch {
            await server.end()
            throw error
        }
    }

    private init(port: Int, program: Program, folder: ServerFolder, password: String?) {
        self.port = port
        self.program = program
        self.folder = folder
        self.password = password
    }

    /// An address of one of the sixteen databases.
    package func url(database: Int = 0) -> String {
        let encoded = password.flatMap { $0.addingPercentEncoding(withAllowedCharacters: .alphanumerics) }
        return "redis://\(encoded.map { ":\($0)@" } ?? "")127.0.0.1:\(port)/\(database)"
    }

    /// Kills the server without a word.
    package func stop() async {
        let process = process.withLock { $0.take() }
        await process?.stop(keepsFolder: true)
    }

    /// Starts the server again, empty, at the same port.
    package func restart() async throws {
        await stop()
        // In a file, not an argument, so that nobody reads the password in the list of processes.
        var lines = ["port \(port)", "bind 127.0.0.1", "save \"\"", "appendonly no", "dir \(folder.path)"]
        if let password { lines.append("requirepass \"\(password)\"") }
        try folder.write(lines.joined(separator: "\n"), to: "redis.conf")
        let command = [program.path, "\(folder.path)/redis.conf"]
        let started = try await ServerProcess(command, in: folder, endedBy: "KILL", discardedBy: "KILL")
        process.withLock { $0 = started }
        try await waitUntilOpen()
    }

    /// Stops the server's work without closing a connection, and lets it go on.
    package func pause() { process.withLock { $0?.send(SIGSTOP) } }
    package func resume() { process.withLock { $0?.send(SIGCONT) } }

    /// Ends the server and removes its files.
    package func end() async {
        let process = process.withLock { $0.take() }
        await process?.stop(keepsFolder: false)
        folder.remove()
    }

    private func waitUntilOpen() async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < deadline {
            if Loopback.isOpen(port) { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw ServerError.failed(program: program.path, output: folder.log)
    }
}
