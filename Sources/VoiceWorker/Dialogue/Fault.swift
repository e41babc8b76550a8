/// A wait that ended by its deadline, or an engine that failed.
package enum Fault: Hashable, Sendable {
    /// No transcript within `TurnTaking.recognitionDeadline`, or the recogniser failed.
    case recognition(turn: Int)
    /// No reply within `TurnTaking.replyDeadline`, or the graph failed.
    case reply(turn: Int)
    /// The synthesiser failed, or gave nothing within `TurnTaking.synthesisDeadline`.
    case synthesis(utterance: Int)
    /// The agent is "speaking" and nothing has been played for `TurnTaking.stallReport`.
    case stalled(utterance: Int)
    /// Frames stopped in the middle of the caller's utterance.
    case framesStopped(turn: Int)
    /// The speech queue was full and this was not taken.
    case queueFull(text: String)
}
