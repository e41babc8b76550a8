import ControlAPI
import Conversation
import Document
import Store
import Supervision
import Testing

@Suite("Commands", .timeLimit(.minutes(1)))
struct CommandRouteTests {
    private static let note: JSON = ["type": "note", "text": "calm caller"]
    private static let path = "/api/sessions/sess_a/commands"

    @Test("a command is accepted, has an address, and tells there what became of it")
    func accepted() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let sent = try await server.request(
                    "POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "a"])
                #expect(sent.status == 202)
                #expect(sent.json["type"] == "note")
                let address = try #require(sent.headers["location"])
                let waited = try await server.request(
                    "POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "b", "Prefer": "wait=5"])
                #expect(waited.status == 200)
                #expect(waited.json["status"] == "applied")
                #expect(waited.json["turn"] == 1)
                // The bus keeps the order, so the first one is final, too.
                #expect(try await server.request("GET", address).json["status"] == "applied")
                let list = try await server.request("GET", "\(Self.path)?limit=1")
                #expect(list.json["commands"]?.elements.count == 1)
                #expect(list.json["commands"]?.elements.first?["command_id"] == waited.json["command_id"])
                let next = try #require(list.json["next_cursor"]?.string)
                #expect(list.headers["link"]?.contains("rel=\"next\"") == true)
                let rest = try await server.request("GET", "\(Self.path)?cursor=\(next)")
                #expect(rest.json["commands"]?.elements.first?["command_id"] == sent.json["command_id"])
            }
        }
    }

    @Test("the log tells of the request a command came with")
    func correlation() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
                _ = try await server.request(
                    "POST", Self.path, Self.note.text,
                    headers: ["Idempotency-Key": "a", "X-Request-Id": "mine", "traceparent": trace])
                let events = await server.log.events(of: "sess_a", after: 0)
                let accepted = try #require(events.first { $0.frame["status"] == "accepted" }?.frame)
                #expect(accepted["request_id"] == "mine")
                #expect(accepted["traceparent"]?.string == trace)
            }
        }
    }

    @Test("the log and the answer give the same name to a request that came without one")
    func namedHere() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let answer = try await server.request(
                    "POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "a"])
                let name = try #require(answer.headers["x-request-id"])
                #expect(name.hasPrefix("req_"))
                let events = await server.log.events(of: "sess_a", after: 0)
                let accepted = try #require(events.first { $0.frame["status"] == "accepted" }?.frame)
                #expect(accepted["request_id"]?.string == name)
            }
        }
    }

    @Test("a call whose worker has died takes a command when another worker has it")
    func succession() async throws {
        try await RunningServer.with { services in
            let (sessions, exchange) = (services.sessions, services.sessions.exchange)
            services.sessions = Sessions(
                store: sessions.store,
                exchange: Exchange(
                    log: exchange.log, bus: exchange.bus, holdings: LateHoldings(exchange.holdings, blind: 3),
                    directory: exchange.directory), conversations: sessions.conversations)
        } body: { server in
            try await server.session("sess_a")
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let sent = try await server.request(
                    "POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "a"])
                #expect(sent.status == 202)
            }
        }
    }

    @Test("without a holder nothing is promised: 503, and when to ask again")
    func unheld() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.request("POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "a"])
            #expect(answer.status == 503)
            #expect(answer.json["code"] == "worker-unavailable")
            #expect(answer.headers["retry-after"] == "2")
            #expect(await server.log.events(of: "sess_a", after: 0).count == 1)
        }
    }

    @Test("a session that is over takes no commands")
    func ended() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a", endedBecause: "goodbye")
            let answer = try await server.request("POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "a"])
            #expect(answer.status == 409)
            #expect(answer.json["code"] == "session-ended")
        }
    }

    @Test("a conversation that moved on since If-Match is a 412, and the command was not applied")
    func stale() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let stale: @Sendable (Command) -> CommandOutcome? = { command in
                command.precondition?.turn == 17 ? CommandOutcome(.rejected, reason: "stale-turn", turn: 18) : nil
            }
            try await ScriptedHolder.with("sess_a", server.exchange, outcome: stale) {
                let answer = try await server.request(
                    "POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "a", "If-Match": "\"turn-17\""])
                #expect(answer.status == 412)
                #expect(answer.json["code"] == "stale-turn")
                #expect(answer.json["turn"] == 18)
                let nonsense = try await server.request(
                    "POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "b", "If-Match": "yesterday"])
                #expect(nonsense.status == 400)
            }
        }
    }

    @Test(
        "what is wrong with a command is named by its pointer",
        arguments: [
            (["type": "fly"], "/type"), (["text": "hello"], "/type"), (["type": "say"], "/text"),
            (["type": "say", "text": 7], "/text"), (["type": "say", "text": "x", "when": "soon"], "/when"),
            (["type": "pause", "max_s": 9_000], "/max_s"), (["type": "note", "text": "x", "loud": true], "/loud"),
        ] as [(JSON, String)])
    func invalid(body: JSON, pointer: String) async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            let answer = try await server.request("POST", Self.path, body.text, headers: ["Idempotency-Key": "a"])
            #expect(answer.status == 400)
            #expect(answer.json["errors"]?.elements.first?["pointer"]?.string == pointer)
        }
    }

    @Test("a command needs a key, and the same key is the same command")
    func keys() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let keyless = try await server.post(Self.path, Self.note)
                #expect(keyless.status == 400)
                let headers = ["Idempotency-Key": "once"]
                let first = try await server.request("POST", Self.path, Self.note.text, headers: headers)
                let second = try await server.request("POST", Self.path, Self.note.text, headers: headers)
                #expect(first.headers["idempotency-replayed"] == nil)
                #expect(second.headers["idempotency-replayed"] == "true")
                #expect(first.json["command_id"] == second.json["command_id"])
                let other: JSON = ["type": "note", "text": "something else"]
                let mismatch = try await server.request("POST", Self.path, other.text, headers: headers)
                #expect(mismatch.status == 422)
                #expect(mismatch.json["code"] == "idempotency-mismatch")
            }
        }
    }

    @Test("a command that has ended is not taken back")
    func cancel() async throws {
        try await RunningServer.with { server in
            try await server.session("sess_a")
            try await ScriptedHolder.with("sess_a", server.exchange) {
                let sent = try await server.request(
                    "POST", Self.path, Self.note.text, headers: ["Idempotency-Key": "a", "Prefer": "wait=5"])
                let id = try #require(sent.json["command_id"]?.string)
                let answer = try await server.request("DELETE", "\(Self.path)/\(id)")
                #expect(answer.status == 409)
                #expect(answer.json["code"] == "conflict")
                #expect(try await server.request("DELETE", "\(Self.path)/cmd_none").status == 404)
            }
        }
    }
}
