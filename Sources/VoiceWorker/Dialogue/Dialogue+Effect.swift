extension Dialogue {
    /// What is to be done.
    package enum Effect: Hashable, Sendable {
        /// Samples for the recogniser's stream of this turn; the first of a turn begin before the decision (pre-roll).
        case listen([Int16], turn: Int)
        /// The caller seems to have finished: the recogniser is to answer with the words so far, as `.transcript` of that
        /// revision. Everything heard in the turn is kept, for the caller may go on.
        case softEnd(turn: Int, revision: Int)
        /// The caller goes on: the recogniser goes on behind everything heard in the turn; what is on its way of an older
        /// revision is not wanted.
        case reopen(turn: Int, revision: Int)
        /// The recogniser seems dead: it is to be replaced, and the new one is to hear the whole turn.
        case reviveRecognition(turn: Int)
        /// The graph may work ahead on these words: read, not write. Answered by `.prepared`, or not at all.
        case prepare(String, turn: Int, revision: Int)
        /// The sound of these words is likely to be wanted soon: it may be made, and is not played before `.speak`.
        case presynthesize(String)
        /// The agent's voice goes down by 15 dB, or comes back up.
        case duck(Bool)
        /// Nothing leaves the playout buffer, and nothing is dropped from it.
        case hold
        /// The sound goes on, after going back by so much in what was played of the utterance at hand.
        case resume(rewind: Duration)
        /// The utterance is over for good and nothing of the turn need be kept. A recogniser that has not been told of a
        /// `.softEnd` since the last sound is to finish and answer with `.transcript` of this revision, or `.recognitionFailed`.
        case endOfUtterance(turn: Int, revision: Int = 0)
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
        /// The playout buffer is to be cleared at once, and a `.hold` ends; `generation` is its number afterwards.
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
