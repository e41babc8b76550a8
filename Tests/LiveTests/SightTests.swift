import Conversation
import Document
import Foundation
import Live
import Store
import Supervision
import Testing

@Suite("Who learns that a supervisor listens", .timeLimit(.minutes(1)))
struct SightTests {
    @Test(
        "one who listens privately is shown to themselves and to admins, one who is announced to all who see the session",
        arguments: ["/ws/sess_a?after_seq=0", "/ws"])
    func privacy(path: String) async throws {
        try await FeedServer.with { server in
            let people: [(String, Role, Set<String>)] = [
                ("ann", .supervisor, ["att_open", "att_ann"]), ("bob", .supervisor, ["att_open"]),
                ("amy", .admin, ["att_open", "att_ann"]),
            ]
            for (id, role, expected) in people {
                server.gate.allow(id, FeedPass(Principal(id: id, role: role)))
                let session = "sess_a"
                await server.session(session)
                try await FeedWatcher.with(server.port, path, .init(token: id)) { feed in
                    _ = try await feed.frame("hello")
                    for _ in 0..<500 where server.hub.census.subscriptions == 0 {
                        try await Task.sleep(for: .milliseconds(10))
                    }
                    attach("att_open", "eve", "announced", server)
                    attach("att_ann", "ann", "private", server)
                    server.append("mark_\(id)")
                    var seen: Set<String> = []
                    while true {
                        let frame = try await feed.frame()
                        if frame["type"] == .string("mark_\(id)") { break }
                        if let attachment = frame["attachment_id"]?.string { seen.insert(attachment) }
                    }
                    #expect(seen == expected, "\(id)")
                }
                try await server.untilEmpty()
            }
        }
    }

    private func attach(_ id: String, _ principal: String, _ visibility: String, _ server: FeedServer) {
        let fields: [String: JSON] = [
            "attachment_id": .string(id), "principal": .string(principal), "name": .string(principal),
            "mode": "monitor", "visibility": .string(visibility), "identity": "i", "state": "joined",
        ]
        server.log.append(SessionEvent("sess_a", .extra(type: "attachment", fields: fields)), at: Date())
    }
}
