extension SessionControl {
    /// What happened.
    package enum Event: Hashable, Sendable {
        case command(Command)
        /// Nobody may see this session any more who could: their waiting commands are cancelled (`403`).
        case revoked(principal: String)
        /// The connection that renewed a lease is gone.
        case holderLost(principal: String)

        // The floor, as the dialogue sees it.
        case callerBegan
        /// The caller's utterance is over; its words follow with `words`.
        case callerEnded
        /// Final words; `turn` is the dialogue's number. In the agent's mode the dialogue asks the graph itself.
        case words(HeldTurn, turn: Int)
        /// The graph was asked.
        case thinking(turn: Int)
        /// Its answer came: it is spoken, unless the control says otherwise.
        case answered(turn: Int)
        /// The agent began or ended to say something that no command asked for.
        case agentBegan(isInterruptible: Bool)
        case agentEnded
        /// A `ControlSpeech` began; or is over, with the words that were heard of it; `isWhole` when all were.
        case speechBegan(id: String)
        case speechEnded(id: String, heard: String, isWhole: Bool)
        /// What was being said, or was about to be, was cut off because of an effect; what was heard of it.
        case cutOff(heard: String)

        // The graph.
        case toolBegan(id: String)
        case toolEnded(id: String)
        case approvalAsked(Approval)
        case approvalClosed(id: String, status: Approval.Status)
        /// Instructions went into an answer of this turn.
        case consumed(commands: [String], turn: Int)
        /// Whether the effect that a command asked for could be carried out, such as a correction of the slots.
        case carriedOut(command: String, failure: String?)

        // The room.
        /// A person's microphone under this attachment is carried to the room, or no longer.
        case trackBegan(attachment: String)
        case trackEnded(attachment: String)
        case callerLeft
        /// Another process had the session before: what it left is taken up.
        case adopted
        case ended(reason: String)
        /// Time has passed.
        case woken
    }
}
