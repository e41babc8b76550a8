package import FoundationEssentials

/// A command as somebody sends it: what is wanted, and until when and in which state it still is.
package struct CommandRequest: Hashable, Sendable {
    package var body: Command.Body
    package var precondition: Command.Precondition?
    /// Seconds.
    package var timeToLive: TimeInterval
    /// By which the sender knows it, when it is sent twice.
    package var dedupeKey: String?

    package init(
        _ body: Command.Body, precondition: Command.Precondition? = nil, timeToLive: TimeInterval = Command.timeToLive,
        dedupeKey: String? = nil
    ) {
        self.body = body
        self.precondition = precondition
        self.timeToLive = timeToLive
        self.dedupeKey = dedupeKey
    }
}
