/// Which events a client wants, and which it may have.
package struct FeedFilter: Hashable, Sendable {
    /// `nil`: every type.
    package var types: Set<String>?
    /// Whether a caller reads: what people do behind the scenes is not for them.
    package let isForCaller: Bool

    /// What callers may see beside the frames of document 004.
    private static let callers: Set = [
        "lifecycle", "transcript_partial", "turn", "speech", "barge_in", "false_interruption", "agent_status", "level",
        "quality",
    ]

    package init(types: Set<String>? = nil, isForCaller: Bool = false) {
        self.types = types
        self.isForCaller = isForCaller
    }

    /// Whether an event is to be sent; `isDocumented` when document 004 knows its type.
    package func admits(_ type: String, isDocumented: Bool) -> Bool {
        if isForCaller, !isDocumented, !Self.callers.contains(type) { return false }
        return types?.contains(type) ?? true
    }
}
