import Foundation
import NIOCore
import NIOPosix

extension Workshop {
    /// Starts a Redis server on loopback, found by PATH, that keeps nothing on disk; returns its address when it is ready.
    func startRedis() throws -> String {
        let port = try Self.freePort()
        let options = ["--port", "\(port)", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        let child = try start(["redis-server"] + options + ["--dir", folder.path], program: "/usr/bin/env")
        _ = try child.line(within: .seconds(10)) { $0.contains("Ready to accept connections") }
        return "redis://127.0.0.1:\(port)"
    }

    /// A port that nobody listens on just now.
    private static func freePort() throws -> Int {
        let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton).bind(host: "127.0.0.1", port: 0)
            .wait()
        defer { try? channel.close().wait() }
        guard let port = channel.localAddress?.port else { throw BenchFailure("no port is free") }
        return port
    }
}
