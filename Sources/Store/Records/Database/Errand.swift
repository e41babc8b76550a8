import Conversation
import FoundationEssentials

/// A writing request with whose it is and when it is made.
struct Errand: Sendable {
    let request: ToolRequest
    /// Whose ledger it goes to.
    let session: String
    let now: Date
}
