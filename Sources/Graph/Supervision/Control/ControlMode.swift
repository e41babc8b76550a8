/// What the agent may do in a session.
package enum ControlMode: Hashable, Sendable, Codable {
    /// It talks.
    case agent
    /// It waits; the caller was told so. `by` is a principal's id, `reason` `pause`, `whisper`, `handoff` or `lost`.
    case held(by: String, reason: String)
    /// A person talks in its place.
    case human(by: String)
    /// It listens only.
    case muted(by: String)

    /// `ai`, `held`, `human` or `muted`, as the feeds say it.
    package var name: String {
        switch self {
        case .agent: "ai"
        case .held: "held"
        case .human: "human"
        case .muted: "muted"
        }
    }
}
