import FoundationEssentials

/// The session is to end.
struct Ending: Hashable, Sendable, Codable {
    let command: String
    let message: String?
    let reason: String
    let isForced: Bool
    /// The order was given; before that, running tools are awaited.
    var isOrdered = false
    /// The wait for tools, or for the end, is over then.
    var until: Date?
}
