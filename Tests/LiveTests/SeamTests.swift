import Document
import Foundation
import Simulation
import Store
import Synchronization
import Testing

@Suite("Nothing is lost or doubled", .timeLimit(.minutes(2)))
struct SeamTests {
    /// How many events each client of a session has, so that its log grows just in front of them.
    private final class Progress: Sendable {
        private let counts: Mutex<[Int]>

        init(clients: Int) { counts = Mutex(Array(repeating: 0, count: clients)) }

        func reached(_ count: Int, by client: Int) { counts.withLock { $0[client] = count } }
        var slowest: Int { counts.withLock { $0.min() ?? 0 } }
    }

    private static let (sessions, clients, cuts) = (5, 2, 100)
    private static let total = 400

    /// Appends bursts of random lengths, at most so many events ahead of the clients.
    private func append(to session: String, _ server: FeedServer, _ progress: Progress, seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        var number = 1
        while number < Self.total {
            for _ in 0..<Int.random(in: 1...12, using: &random) where number < Self.total {
                number += 1
                server.say("\(number)", in: session)
            }
            while number > progress.slowest + 24, number < Self.total { try await Task.sleep(for: .milliseconds(1)) }
            await Task.yield()
        }
    }

    /// What one client collects over connections that are cut at random numbers.
    private func collect(
        _ session: String, as client: Int, _ server: FeedServer, _ progress: Progress
    ) async throws -> [String] {
        var random = SeededGenerator(seed: UInt64(client))
        var texts: [String] = []
        for round in 0...Self.cuts {
            let step = Int.random(in: 0...7, using: &random)
            let goal = round == Self.cuts ? Self.total : min(Self.total, texts.count + step)
            try await FeedWatcher.with(server.port, "/ws/\(session)?after_seq=\(texts.count)") { feed in
                _ = try await feed.frame("hello")
                while texts.count < goal {
                    texts.append(try await feed.text())
                    progress.reached(texts.count, by: client)
                }
            }
        }
        return texts
    }

    /// What all clients of a session collect while its log grows.
    private func streams(of session: String, _ server: FeedServer, seed: UInt64) async throws -> [[String]] {
        let progress = Progress(clients: Self.clients)
        return try await withThrowingTaskGroup(of: [String]?.self) { group in
            group.addTask {
                try await append(to: session, server, progress, seed: seed)
                return nil
            }
            for client in 0..<Self.clients {
                group.addTask { try await collect(session, as: client, server, progress) }
            }
            return try await group.reduce(into: []) { streams, stream in stream.map { streams.append($0) } }
        }
    }

    @Test("sockets cut at a thousand random numbers while the logs grow: together they carry the logs")
    func cuts() async throws {
        try await FeedServer.with { server in
            let collected = try await withThrowingTaskGroup(of: [[String]].self) { group in
                for number in 0..<Self.sessions {
                    await server.session("sess_\(number)")
                    group.addTask { try await streams(of: "sess_\(number)", server, seed: UInt64(number)) }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(collected.count * Self.cuts == 1_000)
            for stream in collected {
                let frames = try stream.map { try JSON(parsing: $0) }
                #expect(frames.map { $0["seq"]?.int } == (1...Self.total).map { $0 })
                #expect(frames.dropFirst().map { $0["content"]?.string } == (2...Self.total).map { "\($0)" })
                #expect(Set(frames.map { $0["session_id"]?.string }).count == 1)
            }
        }
    }

    @Test("what is read from the log is read whole, also where newer frames would replace what waits")
    func history() async throws {
        try await FeedServer.with { server in
            await server.session()
            for _ in 2...200 { server.append("sentiment") }
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0") { feed in
                _ = try await feed.frame("hello")
                for number in 1...200 { #expect(try await feed.frame()["seq"] == .int(number)) }
            }
        }
    }

    @Test("an event that comes to the log behind a later one is shown in its place")
    func late() async throws {
        try await FeedServer.with({ $0.view = { TornLog($0, late: 3) } }) { server in
            await server.session()
            for number in 2...5 { server.say("\(number)") }
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0") { feed in
                _ = try await feed.frame("hello")
                for number in 1...5 { #expect(try await feed.frame()["seq"] == .int(number)) }
            }
        }
    }

    @Test("a feed that joins in the middle of a burst sees each event once")
    func burst() async throws {
        try await FeedServer.with { server in
            await server.session()
            async let appending: Void = { for number in 2...3_000 { server.say("\(number)") } }()
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0") { feed in
                _ = try await feed.frame("hello")
                for number in 1...3_000 { #expect(try await feed.frame()["seq"] == .int(number)) }
            }
            await appending
        }
    }
}
