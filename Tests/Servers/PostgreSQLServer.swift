import Foundation
import Glibc
import Synchronization

/// A PostgreSQL server of the newest version on this machine, on loopback, with a password.
package final class PostgreSQLServer: Sendable {
    package static let user = "parley"
    package static let password = "p@ss:wörd/%"

    /// One for all suites of this process. It ends with the process.
    package static let shared = Task { try await PostgreSQLServer.start() }

    package let port: Int
    private let folder: ServerFolder
    private let programs: Programs
    private let process = Mutex<ServerProcess?>(nil)
    private let databases = Atomic<Int>(0)

    private struct Programs: Sendable {
        let initdb: Program
        let postgres: Program
        let psql: Program
        /// What makes a program run as a user who is not root: PostgreSQL refuses root.
        let asUser: [String]

        static let folders = ["/usr/lib/postgresql/*/bin"]

        init() throws {
            initdb = try Program("initdb", in: Self.folders, package: "postgresql")
            postgres = try Program("postgres", in: Self.folders, package: "postgresql")
            psql = try Program("psql", in: Self.folders, package: "postgresql")
            let setpriv = "setpriv --reuid=postgres --regid=postgres --init-groups --"
            asUser = getuid() == 0 ? setpriv.split(separator: " ").map(String.init) : []
        }
    }

    /// Makes a cluster in a fresh folder and starts it; returns when it answers.
    package static func start() async throws -> PostgreSQLServer {
        let programs = try Programs()
        let folder = try ServerFolder("postgresql", owner: getuid() == 0 ? "postgres" : nil)
        do {
            try folder.write(password, to: "password")
            try await make(folder, programs)
            let server = PostgreSQLServer(port: try Loopback.freePort(), folder: folder, programs: programs)
            try await server.restart()
            return server
        } catch {
            folder.remove()
            throw error
        }
    }

    private init(port: Int, folder: ServerFolder, programs: Programs) {
        self.port = port
        self.folder = folder
        self.programs = programs
    }

    /// An address for a database of that name.
    package func url(database: String = "postgres", password: String = PostgreSQLServer.password) -> String {
        let encoded = password.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        return "postgresql://\(Self.user):\(encoded)@127.0.0.1:\(port)/\(database)"
    }

    /// Makes an empty database; returns its address.
    package func createDatabase() async throws -> String {
        let name = "test_\(databases.wrappingAdd(1, ordering: .relaxed).newValue)"
        try await run("CREATE DATABASE \(name)")
        return url(database: name)
    }

    /// Runs a statement as the owner of the server, beside every pool.
    package func run(_ statement: String, in database: String = "postgres") async throws {
        try await Command(
            programs.psql,
            [
                "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--host=\(folder.path)", "--port=\(port)",
                "--username=\(Self.user)", "--dbname=\(database)", "--command=\(statement)",
            ]
        ).run()
    }

    /// Ends the server, cutting every connection; its files stay.
    package func stop() async {
        let process = process.withLock { $0.take() }
        await process?.stop(keepsFolder: true)
    }

    /// Starts the server again, at the same port; returns when it answers.
    package func restart() async throws {
        await stop()
        let options = [
            "listen_addresses=127.0.0.1", "unix_socket_directories=\(folder.path)", "fsync=off",
            "synchronous_commit=off", "full_page_writes=off", "max_connections=300", "log_min_messages=fatal",
        ]
        let command =
            programs.asUser + [programs.postgres.path, "-D", "\(folder.path)/data", "-p", "\(port)"]
            + options.flatMap { ["-c", $0] }
        // A fast shutdown: PostgreSQL does not wait for its clients. An immediate one: nor does it write anything.
        let started = try await ServerProcess(command, in: folder, endedBy: "INT", discardedBy: "QUIT")
        process.withLock { $0 = started }
        try await waitUntilReady()
    }

    /// Ends the server and removes its files.
    package func end() async {
        let process = process.withLock { $0.take() }
        await process?.stop(keepsFolder: false)
        folder.remove()
    }

    private func waitUntilReady() async throws {
        let deadline = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < deadline {
            if Loopback.isOpen(port), (try? await run("SELECT 1")) != nil { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw ServerError.failed(program: programs.postgres.path, output: folder.log)
    }

    private static func make(_ folder: ServerFolder, _ programs: Programs) async throws {
        let arguments = [
            "--pgdata=\(folder.path)/data", "--username=\(user)", "--pwfile=\(folder.path)/password",
            "--auth-local=trust", "--auth-host=scram-sha-256", "--encoding=UTF8", "--no-locale", "--no-sync",
        ]
        let command = programs.asUser + [programs.initdb.path] + arguments
        let program = programs.asUser.isEmpty ? programs.initdb : try Program(command[0], package: "util-linux")
        try await Command(program, Array(command.dropFirst())).run()
    }
}
