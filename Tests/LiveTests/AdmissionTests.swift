import Document
import Feeds
import Foundation
import Live
import Supervision
import Testing

@Suite("Who is let into a feed", .timeLimit(.minutes(1)))
struct AdmissionTests {
    private let quick = { (settings: inout FeedServer.Settings) in
        settings.timings.review = .milliseconds(50)
    }

    private func code(_ server: FeedServer, _ path: String, token: String? = nil) async throws -> Int {
        try await FeedWatcher.with(server.port, path, .init(token: token)) { try await $0.closing() }
    }

    @Test("a ticket opens its resource once")
    func ticket() async throws {
        try await FeedServer.with { server in
            await server.session()
            let pass = FeedPass(Principal(id: "one", role: .supervisor))
            for name in ["t1", "t2"] { server.gate.allow(ticket: name, for: "/ws/sess_a", pass) }
            try await FeedWatcher.with(server.port, "/ws/sess_a?ticket=t1") { feed in
                let first = try await feed.frame()["type"]
                #expect(first == "hello")
            }
            #expect(try await code(server, "/ws/sess_a?ticket=t1") == 4401)
            #expect(try await code(server, "/ws?ticket=t2") == 4401)
            #expect(try await code(server, "/ws/sess_a", token: "forged") == 4401)
        }
    }

    @Test("a token's end is announced; a new one keeps the feed, without one it closes with 4401")
    func expiry() async throws {
        let short = { (settings: inout FeedServer.Settings) in
            settings.timings.review = .milliseconds(50)
            settings.timings.warning = .milliseconds(800)
        }
        try await FeedServer.with(short) { server in
            await server.session()
            let principal = Principal(id: "one", role: .supervisor)
            server.gate.allow("old", FeedPass(principal, until: Date().addingTimeInterval(1)))
            server.gate.allow("new", FeedPass(principal, until: Date().addingTimeInterval(2.5)))
            server.gate.allow("other", FeedPass(Principal(id: "two", role: .supervisor)))
            try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "old")) { feed in
                _ = try await feed.frame("auth_expiring")
                try await feed.send(#"{"type":"auth","token":"new"}"#)
                _ = try await feed.frame("auth")
                _ = try await feed.frame("auth_expiring")
                #expect(try await feed.closing() == 4401)
            }
            for token in ["other", "forged"] {
                server.gate.allow("fresh", FeedPass(principal, until: Date().addingTimeInterval(9)))
                try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "fresh")) { feed in
                    try await feed.send(#"{"type":"auth","token":"\#(token)"}"#)
                    #expect(try await feed.closing() == 4401)
                }
            }
        }
    }

    @Test("who is revoked is cut off with 4403")
    func revoked() async throws {
        try await FeedServer.with(quick) { server in
            await server.session()
            server.gate.allow("one", FeedPass(Principal(id: "one", role: .supervisor)))
            try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "one")) { feed in
                _ = try await feed.frame("hello")
                server.gate.revoke("one")
                #expect(try await feed.closing() == 4403)
            }
        }
    }

    @Test("another supervisor's session is not there, a caller's feed is their session's only")
    func foreign() async throws {
        try await FeedServer.with { server in
            await server.session("sess_a", owner: "two")
            await server.session("sess_b")
            server.gate.allow("one", FeedPass(Principal(id: "one", role: .supervisor)))
            server.gate.allow("caller", FeedPass(Principal(id: "c", role: .caller, session: "sess_b")))
            let theirs = try await code(server, "/ws/sess_a", token: "one")
            #expect(theirs == 4404)
            let another = try await code(server, "/ws/sess_a", token: "caller")
            #expect(another == 4404)
            let everything = try await code(server, "/ws", token: "caller")
            #expect(everything == 4403)
        }
    }

    @Test("a caller sees the conversation, gives no commands, and has one feed: the newest")
    func caller() async throws {
        try await FeedServer.with { server in
            await server.session()
            server.gate.allow("caller", FeedPass(Principal(id: "c", role: .caller, session: "sess_a")))
            try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "caller")) { feed in
                _ = try await feed.frame("snapshot")
                server.append("command")
                server.append("instruction_ack")
                server.say("hello")
                #expect(try await feed.frame()["type"] == "transcript")
                try await feed.send(#"{"type":"command","id":"k","command":{"type":"interrupt"}}"#)
                #expect(try await feed.frame("error")["code"] == "forbidden")
                try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "caller")) { second in
                    _ = try await second.frame("hello")
                    #expect(try await feed.closing() == 4409)
                    server.say("still here")
                    #expect(try await second.frame("transcript")["content"] == "still here")
                }
            }
        }
    }

    @Test("one more feed than a principal may have is closed with 4429; when one leaves there is room")
    func quota() async throws {
        try await FeedServer.with({ $0.quota.sockets = 2 }) { server in
            await server.session()
            server.gate.allow("one", FeedPass(Principal(id: "one", role: .supervisor)))
            try await FeedWatcher.with(server.port, "/ws", .init(token: "one")) { first in
                _ = try await first.frame("hello")
                try await FeedWatcher.with(server.port, "/ws", .init(token: "one")) { second in
                    _ = try await second.frame("hello")
                    #expect(try await code(server, "/ws", token: "one") == 4429)
                }
                for _ in 0..<200 where server.hub.census.sockets > 1 { try await Task.sleep(for: .milliseconds(10)) }
                try await FeedWatcher.with(server.port, "/ws", .init(token: "one")) { _ = try await $0.frame("hello") }
            }
        }
    }
}
