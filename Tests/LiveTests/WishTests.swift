import Conversation
import Document
import Feeds
import Foundation
import Live
import Supervision
import Store
import Testing

@Suite("What clients ask for in a feed", .timeLimit(.minutes(1)))
struct WishTests {
    @Test("commands and typed words go where the API's go, with the frame's id")
    func wishes() async throws {
        try await FeedServer.with { server in
            await server.session()
            try await FeedWatcher.with(server.port, "/ws/sess_a") { feed in
                try await feed.send(#"{"type":"command","id":"k1","command":{"type":"interrupt"}}"#)
                try await feed.send(#"{"type":"chat","id":"k2","message":"refuse"}"#)
                let error = try await feed.frame("error")
                #expect(error["request_id"] == "k2" && error["code"] == "rate-limited")
                try await feed.send(#"{"type":"chat","id":"k3","session_id":"sess_other","message":"hi"}"#)
                #expect(try await feed.frame("error")["code"] == "not-found")
            }
            let wishes = server.intake.record.wishes
            #expect(wishes.map(\.id) == ["k1", "k2"])
            #expect(wishes.map(\.kind) == [.command(["type": "interrupt"]), .chat("refuse")])
            #expect(wishes.allSatisfy { $0.session == "sess_a" && $0.principal.id == "anonymous" })
        }
    }

    @Test("the holder's open feed renews the lease; when the last one goes, the holder is lost")
    func lease() async throws {
        let quick = { (settings: inout FeedServer.Settings) in settings.timings.renewal = .milliseconds(50) }
        try await FeedServer.with(quick) { server in
            await server.session()
            server.gate.allow("one", FeedPass(Principal(id: "one", role: .supervisor)))
            try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "one")) { feed in
                _ = try await feed.frame("hello")
                give(server, "one")
                try await FeedWatcher.with(server.port, "/ws/sess_a", .init(token: "one")) { second in
                    _ = try await second.frame("hello")
                    for _ in 0..<500 where server.intake.record.renewals.count < 4 {
                        try await Task.sleep(for: .milliseconds(10))
                    }
                }
                #expect(server.intake.record.renewals.count >= 4)
                #expect(server.intake.record.losses.isEmpty)
            }
            try await server.untilEmpty()
            for _ in 0..<100 where server.intake.record.losses.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            #expect(server.intake.record.losses == ["sess_a one"])
        }
    }

    @Test("who gave the lease back, or lost it to another, renews and loses nothing")
    func released() async throws {
        let quick = { (settings: inout FeedServer.Settings) in settings.timings.renewal = .milliseconds(50) }
        try await FeedServer.with(quick) { server in
            await server.session()
            server.gate.allow("one", FeedPass(Principal(id: "one", role: .supervisor)))
            give(server, "one")
            give(server, "two")
            try await FeedWatcher.with(server.port, "/ws/sess_a?after_seq=0", .init(token: "one")) { feed in
                _ = try await feed.frame("lease")
                _ = try await feed.frame("lease")
                try await Task.sleep(for: .milliseconds(200))
            }
            try await server.untilEmpty()
            #expect(server.intake.record.renewals.isEmpty && server.intake.record.losses.isEmpty)
        }
    }

    private func give(_ server: FeedServer, _ id: String) {
        let holder: JSON = ["id": .string(id), "name": .string(id), "role": "supervisor"]
        let event = SessionEvent("sess_a", .extra(type: "lease", fields: ["fence": 1, "holder": holder]))
        server.log.append(event, at: Date())
    }
}
