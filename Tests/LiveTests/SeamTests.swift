import Document
import Foundation
import Simulation
import Store
import Testing

@Suite("Nothing is lost or doubled", .timeLimit(.minutes(2)))
struct SeamTests {
    /// What one client collects over connections that are cut at random numbers.
    private func collect(_ server: FeedServer, cuts: Int, until last: Int, seed: UInt64) async throws -> [String] {
        var random = SeededGenerator(seed: seed)
        var texts: [String] = []
        for round in 0...cuts {
            let goal = round == cuts ? last : min(last, texts.count + Int.random(in: 0...4, using: &random))
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=\(texts.count)") { feed in
                _ = try await feed.frame("hello")
                while texts.count < goal { texts.append(try await feed.text()) }
            }
        }
        return texts
    }

    @Test("sockets cut at a thousand random numbers while the log grows: together they carry the log")
    func cuts() async throws {
        try await FeedServer.with { server in
            await server.session()
            let (total, clients, cuts) = (2_000, 4, 250)
            async let appending: Void = {
                for number in 2...total {
                    server.say("\(number)")
                    if number.isMultiple(of: 4) { try await Task.sleep(for: .milliseconds(2)) }
                }
            }()
            let streams = try await withThrowingTaskGroup(of: [String].self) { group in
                for client in 0..<clients {
                    group.addTask { try await collect(server, cuts: cuts, until: total, seed: UInt64(client)) }
                }
                return try await group.reduce(into: [[String]]()) { $0.append($1) }
            }
            try await appending
            let log = await server.log.events(of: "sess_a", after: 0)
            #expect(log.count == total)
            for stream in streams {
                #expect(stream.count == total)
                let numbers = try stream.map { try JSON(parsing: $0)["seq"]?.int }
                #expect(numbers == (1...total).map { $0 })
                let contents = try stream.dropFirst().map { try JSON(parsing: $0)["content"]?.string }
                #expect(contents == (2...total).map { "\($0)" })
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
