import Conversation
import Document
import Feeds
import Foundation
import Store
import Testing

@Suite("A session's feed", .timeLimit(.minutes(1)))
struct SessionFeedTests {
    @Test("document 004's client gets the state first, then what happens, key for key")
    func seed() async throws {
        try await FeedServer.with { server in
            await server.session()
            var state = ConversationState(sessionID: "sess_a", createdAt: Date())
            state.currentAgent = .booking
            server.states.save(state, now: Date())
            server.say("before")
            try await FeedWatcher.with(server.port, "/ws/sess_a", .init(extended: false)) { feed in
                #expect(!feed.head.lowercased().contains("sec-websocket-protocol"))
                let first = try await feed.frame()
                #expect(first["type"] == "state_update" && first["current_agent"] == "booking")
                #expect(try await feed.next() == .text(#"{"type":"heartbeat"}"#))
                server.append("secret")
                server.say("after")
                let expected =
                    #"{"agent_type":"router","content":"after","role":"user","session_id":"sess_a","type":"transcript"}"#
                #expect(try await feed.text() == expected)
            }
        }
    }

    @Test("a client of document 004 with a cursor gets every documented frame after it, and no state of its own")
    func seedReplay() async throws {
        try await FeedServer.with { server in
            await server.session()
            for number in 0..<300 { server.say("line \(number)") }
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0", .init(extended: false)) { feed in
                for number in 0..<300 {
                    let content = try await feed.frame()["content"]
                    #expect(content == .string("line \(number)"))
                }
                server.say("line 300")
                let last = try await feed.frame()["content"]
                #expect(last == "line 300")
            }
        }
    }

    @Test("the extended profile opens with hello and how the session stands; each event has its number, time and id")
    func extended() async throws {
        try await FeedServer.with { server in
            await server.session()
            server.say("before")
            try await FeedWatcher.with(server.port, "/ws/sess_a") { feed in
                #expect(feed.head.contains("Sec-WebSocket-Protocol: voiceworker.v1"))
                let hello = try await feed.frame()
                #expect(hello["type"] == "hello" && hello["id"] == "evt_sess_a_2" && hello["heartbeat_s"] == 15)
                #expect(hello["oldest_seq"] == 1 && hello["last_seq"] == 2 && hello["resumed"] == false)
                let snapshot = try await feed.frame()
                #expect(snapshot["type"] == "snapshot" && snapshot["seq"] == 2)
                #expect(snapshot["session"]?["session_id"] == "sess_a")
                server.append("turn")
                let event = try await feed.frame()
                #expect(event["seq"] == 3 && event["id"] == "evt_sess_a_3" && event["type"] == "turn")
                #expect(event["ts"]?.string?.hasSuffix("Z") == true)
            }
        }
    }

    @Test(
        "a client goes on behind its cursor, as a number or an event's id, and in the middle of a feed",
        arguments: [
            "2", "evt_sess_a_2",
        ])
    func resumed(cursor: String) async throws {
        try await FeedServer.with { server in
            await server.session()
            for number in 2...5 { server.say("\(number)") }
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=\(cursor)") { feed in
                #expect(try await feed.frame()["resumed"] == true)
                for number in 3...5 { #expect(try await feed.frame()["seq"] == .int(number)) }
                try await feed.send(#"{"type":"resume","after_seq":1}"#)
                #expect(try await feed.frame()["type"] == "hello")
                for number in 2...5 { #expect(try await feed.frame()["seq"] == .int(number)) }
            }
        }
    }

    @Test("a cursor beyond the head or below what is kept is answered by resync and a snapshot at a known number")
    func unresumable() async throws {
        let log = MemoryEventLogs.short
        try await FeedServer.with({ $0.log = log }) { server in
            await server.session()
            for number in 2...40 { server.say("\(number)") }
            for (cursor, reason) in [("41", "cursor-ahead"), ("1", "cursor-expired")] {
                try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=\(cursor)") { feed in
                    #expect(try await feed.frame()["resumed"] == false)
                    let resync = try await feed.frame()
                    #expect(
                        resync["type"] == "resync" && resync["reason"] == .string(reason) && resync["from_seq"] == 41)
                    #expect(try await feed.frame()["seq"] == 40)
                }
            }
        }
    }

    @Test("a cursor of another session, or none at all, is refused", arguments: ["evt_sess_b_1", "x", "-1", ""])
    func foreignCursor(cursor: String) async throws {
        try await FeedServer.with { server in
            await server.session()
            let code = try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=\(cursor)") {
                try await $0.closing()
            }
            #expect(code == 4400)
        }
    }

    @Test("a session nobody knows closes its feed with 4404", arguments: [true, false])
    func unknown(isExtended: Bool) async throws {
        try await FeedServer.with { server in
            let code = try await FeedWatcher.with(server.port, "/ws/sess_none", .init(extended: isExtended)) {
                try await $0.closing()
            }
            #expect(code == 4404)
        }
    }

    @Test("the feed of a session that is over ends with 1000 after its last event", arguments: [true, false])
    func ended(endsBefore: Bool) async throws {
        let quick = { (settings: inout FeedServer.Settings) in
            settings.timings.linger = .milliseconds(200)
            settings.timings.review = .milliseconds(50)
        }
        try await FeedServer.with(quick) { server in
            await server.session()
            if endsBefore { server.end() }
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0") { feed in
                let first = try await feed.frame()["type"]
                #expect(first == "hello")
                if !endsBefore { server.end() }
                server.append("usage")
                for type in ["lifecycle", "lifecycle", "usage"] {
                    let next = try await feed.frame()["type"]?.string
                    #expect(next == type)
                }
                let code = try await feed.closing()
                #expect(code == 1000)
            }
        }
    }

    @Test("heartbeats when idle, pings, and the end of a client that says nothing")
    func liveness() async throws {
        let quick = { (settings: inout FeedServer.Settings) in
            settings.timings.heartbeat = .milliseconds(60)
            settings.timings.ping = .milliseconds(100)
            settings.timings.silence = .milliseconds(900)
        }
        try await FeedServer.with(quick) { server in
            await server.session()
            try await FeedWatcher.with(server.port, "/ws/sess_a", .init(extended: false)) { feed in
                var seen: Set<FeedWatcher.Message> = []
                while seen.count < 2 { seen.insert(try await feed.next()) }
                #expect(seen == [.text(#"{"type":"heartbeat"}"#), .ping])
                #expect(try await feed.closing() == 1001)
            }
        }
    }

    @Test("a client that leaves gets its goodbye back", arguments: 0..<20)
    func goodbye(round: Int) async throws {
        try await FeedServer.with { server in
            await server.session()
            try await FeedWatcher.with(server.port, "/ws/sess_a", .init(extended: round.isMultiple(of: 2))) { feed in
                try await feed.send(8, [0x03, 0xe8])
                #expect(try await feed.closing() == 1000)
                #expect(try await feed.next() == .end)
            }
        }
    }

    @Test("frames that break the rules end the feed, frames that are merely wrong are answered")
    func rules() async throws {
        try await FeedServer.with { server in
            await server.session()
            func code(_ act: (FeedWatcher) async throws -> Void) async throws -> Int {
                try await FeedWatcher.with(server.port, "/ws/sess_a") { feed in
                    try await act(feed)
                    return try await feed.closing()
                }
            }
            #expect(try await code { try await $0.send("[]") } == 4400)
            #expect(try await code { try await $0.send(2, [1]) } == 1003)
            #expect(try await code { try await $0.send(1, Array(repeating: 0x20, count: 65_537)) } == 1009)
            try await FeedWatcher.with(server.port, "/ws/sess_a") { feed in
                try await feed.send(#"{"type":"resume"}"#)
                #expect(try await feed.frame("error")["code"] == "validation")
                try await feed.send(#"{"type":"resume","after_seq":"evt_sess_b_1"}"#)
                #expect(try await feed.frame("error")["code"] == "validation")
                try await feed.send(#"{"type":"subscribe","session_id":"sess_b"}"#)
                #expect(try await feed.frame("error")["code"] == "forbidden")
                try await feed.send(#"{"type":"something_new"}"#)
                try await feed.send(#"{"type":"ping"}"#)
                #expect(try await feed.frame()["type"] == "pong")
            }
        }
    }
}
