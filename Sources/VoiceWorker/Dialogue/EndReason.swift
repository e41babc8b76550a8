/// Why a call ended.
package enum EndReason: String, Hashable, Sendable, CaseIterable {
    /// The conversation came to its end and the farewell was heard.
    case finished
    case callerLeft
    /// Nobody spoke, and the prompts were not answered.
    case silence
    /// Nothing that the caller said could be understood.
    case notUnderstood
    /// A supervisor or the worker ended it.
    case concluded
}
