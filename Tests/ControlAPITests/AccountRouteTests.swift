import Access
import ControlAPI
import Document
import Foundation
import Store
import Supervision
import Testing

@Suite("Costs, budgets and circuits over HTTP", .timeLimit(.minutes(1)))
struct AccountRouteTests {
    private func entry(_ id: String, _ provider: String, cost: Int, at: Date = Date()) -> UsageEntry {
        var entry = UsageEntry(id: id, session: "s", workspace: Workspace.first, at: at)
        (entry.kind, entry.provider, entry.model, entry.outcome) = ("tts", provider, "m", "answered")
        (entry.characters, entry.cost) = (10, cost)
        return entry
    }

    @Test("an admin sees what engines cost, added up as asked for")
    func usage() async throws {
        try await RunningServer.with(mode: .users) { server in
            let admin = try await People(server.gatekeeper).bearer(.admin)
            try await server.database.enter([entry("a", "openai", cost: 5), entry("b", "deepgram", cost: 7)])
            let all = try await server.request("GET", "/api/analytics/usage", headers: admin)
            #expect(all.status == 200)
            #expect(all.json["cost_micros"] == 12)
            #expect(all.json["usage"]?.elements.map { $0["key"] } == ["deepgram", "openai"])
            let days = try await server.request("GET", "/api/analytics/usage?group_by=day", headers: admin)
            #expect(days.json["usage"]?.elements.first?["key"]?.string?.count == 10)
            let none = try await server.request(
                "GET", "/api/analytics/usage?to=2020-01-01T00:00:00.000Z", headers: admin)
            #expect(none.json["usage"] == [])
        }
    }

    @Test("a budget is set and read; beyond its hard limit no session is begun")
    func budgets() async throws {
        try await RunningServer.with(mode: .users) { server in
            let admin = try await People(server.gatekeeper).bearer(.admin)
            let set = try await server.request(
                "PUT", "/api/budgets/workspace", #"{"day":{"soft_micros":5,"hard_micros":10}}"#, headers: admin)
            #expect(set.status == 200)
            #expect(set.json["level"] == "free")
            #expect(set.json["month"] == nil)
            #expect(try await server.request("POST", "/api/sessions", "{}", headers: admin).status == 201)
            try await server.database.enter([entry("a", "openai", cost: 10)])
            let spent = try await server.request("GET", "/api/budgets/workspace", headers: admin)
            #expect(spent.json["level"] == "hard")
            #expect(spent.json["day"]?["spent_micros"] == 10)
            let refused = try await server.request("POST", "/api/sessions", "{}", headers: admin)
            #expect(refused.status == 429)
            #expect(refused.json["code"] == "budget-exhausted")
            #expect(try await server.request("PUT", "/api/budgets/workspace", "{}", headers: admin).status == 200)
            #expect(try await server.request("POST", "/api/sessions", "{}", headers: admin).status == 201)
        }
    }

    @Test("a soft limit beyond the hard one is refused, and there is one scope")
    func badBudgets() async throws {
        try await RunningServer.with(mode: .users) { server in
            let admin = try await People(server.gatekeeper).bearer(.admin)
            let wrong = #"{"day":{"soft_micros":11,"hard_micros":10}}"#
            #expect(try await server.request("PUT", "/api/budgets/workspace", wrong, headers: admin).status == 400)
            #expect(try await server.request("GET", "/api/budgets/campaign", headers: admin).status == 404)
        }
    }

    @Test("circuits of all processes are listed, and are reset by name")
    func circuits() async throws {
        try await RunningServer.with(mode: .users) { server in
            let admin = try await People(server.gatekeeper).bearer(.admin)
            let open = CircuitRecord(process: "p", name: "stt:deepgram", state: "open", at: Date())
            _ = try await server.database.report([open])
            let list = try await server.request("GET", "/api/circuits", headers: admin)
            #expect(list.json["circuits"]?.elements.map { $0["name"] } == ["stt:deepgram"])
            #expect(list.json["circuits"]?.elements.map { $0["state"] } == ["open"])
            let reset = try await server.request("POST", "/api/circuits/stt:deepgram/reset", headers: admin)
            #expect(reset.status == 202)
            #expect(try await server.database.report([open]) == ["stt:deepgram"])
            #expect(try await server.request("POST", "/api/circuits/nobody/reset", headers: admin).status == 404)
        }
    }
}
