import Document
import Feeds
import Foundation
import Live
import Supervision
import Store
import Testing

@Suite("The feed of a workspace", .timeLimit(.minutes(1)))
struct WorkspaceFeedTests {
    private func supervisor(_ id: String) -> FeedPass { FeedPass(Principal(id: id, role: .supervisor)) }

    private let quick = { (settings: inout FeedServer.Settings) in
        settings.timings.review = .milliseconds(100)
    }

    @Test("without the subprotocol every event of every session, each with its session's name")
    func plain() async throws {
        try await FeedServer.with { server in
            try await FeedWatcher.with(server.port, "/ws", .init(extended: false)) { feed in
                #expect(try await feed.next() == .text(#"{"type":"heartbeat"}"#))
                await server.session("sess_a")
                server.append("turn")
                let frame = try await feed.frame()
                #expect(frame["type"] == "lifecycle" && frame["seq"] == nil)
                #expect(try await feed.frame()["session_id"] == "sess_a")
            }
        }
    }

    @Test("a supervisor sees what is theirs, what is nobody's and what is shared, and nothing else")
    func scope() async throws {
        try await FeedServer.with { server in
            server.gate.allow("one", supervisor("one"))
            await server.session("sess_mine", owner: "one")
            await server.session("sess_theirs", owner: "two")
            await server.session("sess_open")
            try await FeedWatcher.with(server.port, "/ws", .init(token: "one")) { feed in
                _ = try await feed.frame("hello")
                for id in ["sess_theirs", "sess_mine", "sess_theirs", "sess_open"] { server.append("turn", to: id) }
                #expect(try await feed.frame()["session_id"] == "sess_mine")
                #expect(try await feed.frame()["session_id"] == "sess_open")
                try await feed.send(#"{"type":"subscribe","session_id":"sess_theirs"}"#)
                #expect(try await feed.frame("error")["code"] == "not-found")
                try await feed.send(#"{"type":"subscribe","session_id":"sess_none"}"#)
                #expect(try await feed.frame("error")["code"] == "not-found")
            }
        }
    }

    @Test("a session is subscribed to behind a cursor, with some types, and not told twice")
    func subscribe() async throws {
        try await FeedServer.with { server in
            await server.session("sess_a")
            server.append("turn")
            server.append("mode")
            try await FeedWatcher.with(server.port, "/ws") { feed in
                _ = try await feed.frame("hello")
                try await feed.send(#"{"type":"subscribe","session_id":"sess_a","after_seq":0,"types":["turn"]}"#)
                #expect(try await feed.frame()["type"] == "hello")
                #expect(try await feed.frame()["seq"] == 2)
                server.append("mode")
                server.append("turn")
                #expect(try await feed.frame()["seq"] == 5)
                try await feed.send(#"{"type":"unsubscribe","session_id":"sess_a"}"#)
                try await feed.send(#"{"type":"ping"}"#)
                #expect(try await feed.frame()["type"] == "pong")
                server.append("mode")
                let frame = try await feed.frame()
                #expect(frame["seq"] == 6 && frame["cursor"] != nil)
            }
        }
    }

    @Test("the workspace's own events can be limited to some types, or left")
    func types() async throws {
        try await FeedServer.with { server in
            await server.session("sess_a")
            try await FeedWatcher.with(server.port, "/ws") { feed in
                _ = try await feed.frame("hello")
                try await feed.send(#"{"type":"subscribe","types":["mode"]}"#)
                try await feed.send(#"{"type":"ping"}"#)
                #expect(try await feed.frame()["type"] == "pong")
                server.append("turn")
                server.append("mode")
                #expect(try await feed.frame()["type"] == "mode")
            }
        }
    }

    @Test("a feed that comes back goes on behind its cursor; with a cursor of another process it begins anew")
    func resumed() async throws {
        try await FeedServer.with { server in
            await server.session("sess_a")
            let cursor = try await FeedWatcher.with(server.port, "/ws") { feed in
                _ = try await feed.frame("hello")
                server.append("turn")
                return try #require(try await feed.frame("turn")["cursor"]?.string)
            }
            for _ in 0..<3 { server.append("mode") }
            try await FeedWatcher.with(server.port, "/ws?after_seq=\(cursor)") { feed in
                let isResumed = try await feed.frame()["resumed"]
                #expect(isResumed == true)
                for number in 3...5 {
                    let sequence = try await feed.frame()["seq"]
                    #expect(sequence == .int(number))
                }
            }
            try await FeedWatcher.with(server.port, "/ws?after_seq=feed_other.1") { feed in
                let isForeignResumed = try await feed.frame()["resumed"]
                #expect(isForeignResumed == false)
                let reason = try await feed.frame()["reason"]
                #expect(reason == "cursor-expired")
            }
        }
    }

    @Test("who loses sight of a session is cut off: from its feed with 4403, in the workspace's feed from that session")
    func visibility() async throws {
        try await FeedServer.with(quick) { server in
            server.gate.allow("one", supervisor("one"))
            await server.session("sess_a", owner: "two")
            server.directory.share("sess_a", with: "one", isShared: true)
            try await FeedWatcher.with(server.port, "/ws", .init(token: "one")) { workspace in
                _ = try await workspace.frame("hello")
                try await workspace.send(#"{"type":"subscribe","session_id":"sess_a"}"#)
                _ = try await workspace.frame("snapshot")
                let began = ContinuousClock.now
                try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "one")) { feed in
                    _ = try await feed.frame("snapshot")
                    server.directory.share("sess_a", with: "one", isShared: false)
                    #expect(try await feed.closing() == 4403)
                }
                #expect(try await workspace.frame("error")["session_id"] == "sess_a")
                #expect(began.duration(to: .now) < .seconds(5))
                server.append("turn")
                await server.session("sess_b", owner: "one")
                #expect(try await workspace.frame()["session_id"] == "sess_b")
            }
        }
    }
}
