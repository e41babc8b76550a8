import Document
import FoundationEssentials
import SQL
import Supervision
import Supervision

extension SQLTransaction {
    /// Puts on its way that an engine is asked no more, or again, for every workspace that wants to know: engines are the
    /// installation's, as their prices and keys are. Beginning to doubt an open circuit is no news.
    ///
    /// - Parameter old: the state that the process told of before; `nil`: none yet.
    func enterWebhooks(for circuit: CircuitRecord, after old: String?) throws {
        guard let type = WebhookType(circuit: circuit.state, after: old) else { return }
        var data: [String: JSON] = [
            "circuit": .string(circuit.name), "process": .string(circuit.process), "state": .string(circuit.state),
            "failures": .int(circuit.failures),
        ]
        if !circuit.model.isEmpty { data["model"] = .string(circuit.model) }
        data["wait_ms"] = circuit.wait.map(JSON.int)
        let message = WebhookMessage(
            id: RandomID.make("msg"), session: "", type: type, at: circuit.at, data: .object(data))
        for endpoint in try query("SELECT * FROM webhooks WHERE is_enabled = 1", []).map(WebhookEndpoint.init(row:))
        where endpoint.types.isEmpty || endpoint.types.contains(type.rawValue) {
            // Without a session's numbers the moment keeps them in order.
            try enter(message, for: endpoint, sequence: circuit.at.inMilliseconds)
        }
    }
}

extension WebhookType {
    /// What the change of a circuit's state means; `nil`: nothing.
    fileprivate init?(circuit state: String, after old: String?) {
        switch (old ?? "closed", state) {
        case ("closed", "open"): self = .circuitOpened
        case ("open", "closed"), ("half_open", "closed"): self = .circuitClosed
        default: return nil
        }
    }
}
