import Document
import Foundation
import Store
import Testing

@Suite("Endpoints are told which engines are asked no more") struct CircuitNoticeTests {
    private let now = Workshop.now

    private func endpoint(_ id: String, _ workspace: String, _ types: Set<String> = []) -> WebhookEndpoint {
        WebhookEndpoint(
            id: id, workspace: workspace, url: "https://example.org/hook", types: types, keys: [.init("whsec_a")],
            createdAt: now)
    }

    private func circuit(_ state: String, after seconds: TimeInterval) -> CircuitRecord {
        var circuit = CircuitRecord(process: "p1", name: "stt:deepgram", state: state, at: now + seconds)
        (circuit.failures, circuit.model) = (5, "nova-3")
        return circuit
    }

    @Test(
        "opening and closing are told once each, in order, whatever a circuit does between", arguments: Backend.allCases
    )
    func told(backend: Backend) async throws {
        try await backend.house { (database) async throws in
            try await database.save(endpoint("whk_all", "w"))
            try await database.save(endpoint("whk_other", "v", ["circuit.closed"]))
            try await database.save(endpoint("whk_deaf", "w", ["session.ended"]))
            let states = ["closed", "open", "open", "half_open", "open", "half_open", "closed", "closed"]
            for (second, state) in states.enumerated() {
                _ = try await database.report([circuit(state, after: Double(second))])
            }
            let told = try await database.deliveries(to: "whk_all", of: "w").sorted { $0.createdAt < $1.createdAt }
            #expect(told.map(\.type) == ["circuit.opened", "circuit.closed"])
            let body = try JSON(parsing: try #require(told.first).body)
            #expect(body["data"]?["circuit"] == "stt:deepgram" && body["data"]?["process"] == "p1")
            #expect(body["data"]?["model"] == "nova-3" && body["data"]?["failures"] == 5)
            let others = try await database.deliveries(to: "whk_other", of: "v")
            #expect(others.map(\.type) == ["circuit.closed"])
            let deaf = try await database.deliveries(to: "whk_deaf", of: "w")
            #expect(deaf.isEmpty)
        }
    }

    @Test(
        "a circuit that is open when it is first told of is news; one that is closed is none",
        arguments: Backend.allCases)
    func first(backend: Backend) async throws {
        try await backend.house { (database) async throws in
            try await database.save(endpoint("whk_all", "w"))
            var closed = circuit("closed", after: 0)
            closed.name = "llm:openai"
            _ = try await database.report([circuit("open", after: 0), closed])
            let told = try await database.deliveries(to: "whk_all", of: "w")
            #expect(told.map(\.type) == ["circuit.opened"])
        }
    }

    @Test("a trial message that does not arrive holds nothing up", arguments: Backend.allCases)
    func trial(backend: Backend) async throws {
        try await backend.house { (database) async throws in
            let endpoint = endpoint("whk_all", "w")
            try await database.save(endpoint)
            try await database.send(
                WebhookMessage(id: "msg_a", session: "", type: .ping, at: now, data: [:]), to: endpoint)
            _ = try await database.report([circuit("open", after: 0)])
            _ = try await database.report([circuit("closed", after: 1)])
            let due = try await database.claimDeliveries(9, now: now + 2, until: now + 30)
            #expect(due.map(\.0.type).sorted() == ["circuit.opened", "ping"], "closed waits for opened")
        }
    }
}
