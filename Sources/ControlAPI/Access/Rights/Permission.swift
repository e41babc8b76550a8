package import Supervision

/// What somebody may do. An API key or a caller's token can be limited to some, as `scope` names them.
package enum Permission: String, Hashable, Sendable, CaseIterable {
    case createSession = "session:create"
    case readSession = "session:read"
    case writeSession = "session:write"
    case chat = "chat:write"
    case takeVoiceToken = "voice:token"
    case command = "command:write"
    case attachAudio = "audio:attach"
    case decideApproval = "approval:decide"
    case requestHandoff = "handoff:request"
    case readHandoff = "handoff:read"
    case workHandoff = "handoff:write"
    case readAudit = "audit:read"
    case administerUsers = "user:admin"
    case administerKeys = "key:admin"
    case administerWebhooks = "webhook:admin"
    case administerWorkers = "worker:admin"
    case readUsage = "usage:read"
    case administerBudgets = "budget:admin"

    /// What a role may do at most.
    package static func granted(to role: Role) -> Set<Permission> {
        switch role {
        case .caller: ofCallers
        case .operator: ofOperators
        case .supervisor: ofSupervisors
        case .admin: all
        case .worker: ofWorkers
        }
    }

    // Made once: every request asks several times.
    private static let ofCallers: Set<Permission> = [
        .createSession, .readSession, .chat, .takeVoiceToken, .requestHandoff,
    ]
    private static let ofOperators: Set<Permission> = [
        .readSession, .takeVoiceToken, .command, .attachAudio, .requestHandoff, .readHandoff, .workHandoff,
    ]
    private static let ofSupervisors: Set<Permission> = [
        .createSession, .readSession, .writeSession, .chat, .takeVoiceToken, .command, .attachAudio,
        .decideApproval, .requestHandoff, .readHandoff, .workHandoff,
    ]
    private static let ofWorkers: Set<Permission> = [.readSession]
    private static let all = Set(allCases)

    /// What a caller's token allows (control API §8).
    package static let ofCallerToken: Set<Permission> = [.readSession, .chat, .takeVoiceToken, .requestHandoff]
}
