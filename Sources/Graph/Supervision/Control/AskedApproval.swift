import Engine

/// A question to people, and how far it has come.
struct AskedApproval: Hashable, Sendable, Codable {
    var approval: Approval
    var decision: Decision?
    /// The command that brought the decision.
    var command: String?
    /// Fillers that the caller has heard, or that were passed over.
    var fillers = 0
    /// The newest of them.
    var filler: String?
    /// Its deadline stands still.
    var isSuspended = false

    var isOpen: Bool { approval.status == .pending }
}
