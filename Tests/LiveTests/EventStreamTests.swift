import Document
import Feeds
import Foundation
import Live
import NIOCore
import Supervision
import Synchronization
import Store
import Testing

@Suite("Server-sent events", .timeLimit(.minutes(1)))
struct EventStreamTests {
    /// The lines of a stream of events, until `count` events were seen, or one of a type.
    private func events(
        _ server: FeedServer, _ opening: FeedOpening, _ count: Int = .max, until type: String? = nil
    ) async throws -> [[String: String]] {
        struct Enough: Error {}
        let stream = try await FeedStream.open(opening, server.hub)
        let text = Mutex("")
        await stream.run { bytes in
            let isEnough = text.withLock { text in
                text += String(buffer: bytes)
                let events = Self.parsed(text)
                return events.count >= count || type != nil && events.last?["event"] == type
            }
            if isEnough { throw Enough() }
        }
        await stream.finish()
        return Self.parsed(text.withLock { $0 })
    }

    private static func parsed(_ text: String) -> [[String: String]] {
        text.components(separatedBy: "\n\n").dropLast().map { block in
            Dictionary(
                block.split(separator: "\n").filter { !$0.hasPrefix(":") }.map { line in
                    let parts = line.split(separator: ":", maxSplits: 1)
                    return (String(parts[0]), String((parts.last ?? "").drop { $0 == " " }))
                }, uniquingKeysWith: { $1 })
        }.filter { $0["event"] != nil }
    }

    private func opening(_ source: FeedOpening.Source, after: String? = nil, ticket: String? = nil) -> FeedOpening {
        FeedOpening(source, after: after, FeedRequest(resource: "/api/feed/stream", ticket: ticket))
    }

    @Test("each event has its number as id and its type; the data is the extended profile's frame")
    func session() async throws {
        try await FeedServer.with { server in
            await server.session()
            server.say("hello")
            let events = try await events(server, opening(.session("sess_a"), after: "0"), 3)
            #expect(events.map { $0["event"] } == ["hello", "lifecycle", "transcript"])
            #expect(events.map { $0["id"] } == ["0", "1", "2"])
            #expect(try JSON(parsing: events[2]["data"] ?? "")["content"] == "hello")
            try await server.untilEmpty()
            #expect(server.hub.census.streams == 0)
        }
    }

    @Test("one number goes on over WebSocket, events and the log")
    func interchange() async throws {
        try await FeedServer.with { server in
            await server.session()
            for number in 2...30 { server.say("\(number)") }
            var texts: [String] = []
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0") { feed in
                _ = try await feed.frame("hello")
                for _ in 0..<10 { texts.append(try await feed.text()) }
            }
            let cursor = try JSON(parsing: texts.last ?? "")["seq"]?.int ?? 0
            let next = try await events(server, opening(.session("sess_a"), after: "\(cursor)"), 11)
            texts += next.dropFirst().prefix(10).compactMap { $0["data"] }
            let last = Int(next[10]["id"] ?? "") ?? 0
            let rest = await server.log.events(of: "sess_a", after: last)
            #expect(try texts.map { try JSON(parsing: $0)["seq"]?.int } == Array(1...20))
            #expect(rest.map(\.sequence) == Array(21...30))
        }
    }

    @Test("a workspace's events have an opaque id that goes on in either kind of feed")
    func workspace() async throws {
        try await FeedServer.with { server in
            await server.session()
            // The session's first event may be announced after the feed has begun.
            async let first = events(server, opening(.workspace), until: "turn")
            for _ in 0..<500 where server.hub.census.subscriptions == 0 { try await Task.sleep(for: .milliseconds(10)) }
            server.append("turn")
            let id = try #require(try await first.last?["id"])
            server.append("mode")
            let next = try await events(server, opening(.workspace, after: id), 2)
            #expect(next.map { $0["event"] } == ["hello", "mode"])
            try await FeedWatcher.with(server.port, "/ws?after_seq=\(id)") { feed in
                let sequence = try await feed.frame("mode")["seq"]
                #expect(sequence == 3)
            }
        }
    }

    @Test("who may not see it is refused before anything is written")
    func refused() async throws {
        try await FeedServer.with { server in
            await #expect(throws: FeedRejection(ending: .noSession)) {
                _ = try await FeedStream.open(opening(.session("sess_none")), server.hub)
            }
            await #expect(throws: FeedRejection(ending: .unauthenticated)) {
                _ = try await FeedStream.open(opening(.workspace, ticket: "used"), server.hub)
            }
            server.gate.allow(ticket: "t", for: "/api/feed/stream", FeedPass(Principal(id: "c", role: .caller)))
            await #expect(throws: FeedRejection(ending: .revoked)) {
                _ = try await FeedStream.open(opening(.workspace, ticket: "t"), server.hub)
            }
            #expect(server.hub.census.streams == 0)
        }
    }

    @Test("an idle stream gets comments, and ends with its session")
    func idle() async throws {
        let quick = { (settings: inout FeedServer.Settings) in
            settings.timings.heartbeat = .milliseconds(50)
            settings.timings.linger = .milliseconds(300)
            settings.timings.review = .milliseconds(50)
        }
        try await FeedServer.with(quick) { server in
            await server.session()
            let stream = try await FeedStream.open(opening(.session("sess_a"), after: "1"), server.hub)
            server.end()
            let text = Mutex("")
            await stream.run { bytes in text.withLock { $0 += String(buffer: bytes) } }
            await stream.finish()
            let seen = text.withLock { $0 }
            #expect(seen.hasPrefix("retry: 2000\n\n"))
            #expect(seen.contains(":\n\n"))
            #expect(seen.contains("event: lifecycle"))
        }
    }
}
