extension Dialogue {
    /// What is to be done.
    package enum Effect: Hashable, Sendable {
        /// Samples for the recogniser's stream of this turn; the first of a turn begin before the decision (pre-roll).
        case listen([Int16], turn: Int)
        /// The utterance is over: the recogniser is to finish and answer with `.transcript` or `.recognitionFailed`.
        case endOfUtterance(turn: Int)
        /// The recogniser's answer for this turn is no longer awaited: give its stream up.
        case abandonRecognition(turn: Int)
        /// A greeting is wanted from the graph, as the reply to turn 0.
        case greet
        /// A committed turn: exactly one reply is wanted.
        case ask(String, turn: Int)
        /// Nothing new was said, and a reply is wanted all the same: `Event.answer`.
        case askAgain(turn: Int)
        /// A turn of the caller that is not asked: `Event.holdTurns`.
        case overheard(String, turn: Int)
        /// To be synthesised into the playout buffer under its id and generation.
        case speak(Utterance)
        /// The playout buffer is to be cleared at once; `generation` is its number afterwards.
        case clearPlayout(generation: Int)
        /// What the caller heard of an utterance that is over, whole or cut off: what history is made of.
        case heard(Heard)
        case state(DialogueState)
        case latency(TurnTimings)
        /// For whoever steers the call.
        case floor(FloorReport)
        /// Something did not come in time; for the log and the counters.
        case fault(Fault)
        /// The call is over; nothing follows.
        case endCall(EndReason)
    }
}
