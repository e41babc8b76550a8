import Access
import Document
import Store
import Supervision
import Testing

@Suite("Who takes calls", .timeLimit(.minutes(1)))
struct PresenceRouteTests {
    @Test("an operator is online from signing in until signing out, and away in between when they say so")
    func operators() async throws {
        try await RunningServer.with(mode: .users) { server in
            let ann = try await Colleague(named: "ann", .operator, server)
            #expect(try await ann.status(server) == .online)
            let away = try await ann.send(server, "PUT", "/api/me/presence", ["status": "away"])
            #expect(away.status == 200)
            #expect(away.json["status"] == "away")
            #expect(try await ann.status(server) == .away)
            #expect(try await ann.send(server, "PUT", "/api/me/presence", ["status": "asleep"]).status == 400)
            #expect(try await ann.signOut(server).status == 204)
            #expect(try await ann.status(server) == .offline)
            let actions = try await server.gatekeeper.audit(AuditQuery()).map(\.entry.action)
            #expect(actions.contains("user.changed"))
        }
    }

    @Test("a supervisor takes calls only when they say so")
    func supervisors() async throws {
        try await RunningServer.with(mode: .users) { server in
            let sue = try await Colleague(named: "sue", .supervisor, server)
            #expect(try await sue.status(server) == .offline)
            #expect(try await sue.send(server, "PUT", "/api/me/presence", ["status": "online"]).status == 200)
            #expect(try await sue.status(server) == .online)
        }
    }

    @Test("a key is nobody who could be there")
    func programs() async throws {
        try await RunningServer.with(mode: .users) { server in
            let people = try await People(server.gatekeeper)
            let answer = try await server.request(
                "PUT", "/api/me/presence", #"{"status":"online"}"#, headers: people.bearer(.operator))
            #expect(answer.status == 409)
            #expect(answer.json["code"] == "conflict")
        }
    }

    @Test("the API takes the passwords that the gate takes, and no shorter ones")
    func passwords() async throws {
        try await RunningServer.with { server in
            for length in [Passwords.shortest - 1, Passwords.shortest] {
                let wish: JSON = [
                    "email": "a@example.com", "name": "A", "role": "operator",
                    "password": .string(String(repeating: "p", count: length)),
                ]
                let answer = try await server.post("/api/users", wish)
                #expect(answer.status == (length < Passwords.shortest ? 400 : 201))
                guard answer.status == 400 else { continue }
                #expect(answer.json["errors"]?.elements.first?["pointer"] == "/password")
            }
        }
    }
}
