import FoundationEssentials

/// A person talks in the agent's place (control API §10.5).
struct Takeover: Hashable, Sendable, Codable {
    enum Phase: Hashable, Sendable, Codable {
        /// Their microphone is awaited.
        case offered(until: Date)
        /// It is there; the agent falls silent, at most until then.
        case switching(until: Date)
        case human
        /// It is gone; it may come back.
        case reconnecting(until: Date)
    }

    let attachment: String
    let command: String
    let by: String
    let announcement: String?
    var phase: Phase

    var isSwitching: Bool {
        if case .switching = phase { true } else { false }
    }

    var isOffered: Bool {
        if case .offered = phase { true } else { false }
    }
}
