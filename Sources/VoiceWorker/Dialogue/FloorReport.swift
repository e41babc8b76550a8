/// Who has the floor and how it passes, for whoever steers the call.
package enum FloorReport: Hashable, Sendable {
    case callerBegan
    /// The caller's utterance is over; its words, if there were any, follow.
    case callerEnded
    /// The graph was asked; turn 0 is the greeting.
    case thinking(turn: Int)
    /// It answered, or failed to.
    case answered(turn: Int)
    /// The agent begins, or ends, to say something that nobody asked for.
    case agentBegan(isInterruptible: Bool)
    case agentEnded
    /// A `ControlledSpeech` begins; or nothing more will be said of it, with what was heard of it in all.
    case speechBegan(id: String)
    case speechEnded(id: String, heard: String, isWhole: Bool)
    /// The answer to each `.silence`: the words heard of what was being said.
    case cutOff(heard: String)
    /// The caller has silenced the agent.
    case bargeIn(heard: String)
    /// That was for nothing: the agent goes on.
    case falseInterruption
}
