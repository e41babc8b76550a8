extension SessionControl {
    /// What happened.
    package enum Event: Hashable, Sendable {
        /// A command; and the log's number of the last event by which the conversation had moved when it came (words, turns,
        /// modes, decisions: not `command` events or figures), for preconditions.
        case command(Command, sequence: Int)
        /// Nobody may see this session any more who could: their waiting commands are cancelled (`403`).
        case revoked(principal: String)
        /// The connection that keeps a lease is still there.
        case holderSeen(principal: String)
        /// The connection that kept a lease is gone.
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
        /// Follows each `silence`: what was being said, or was about to be, was cut off, or was uninterruptible and is over, or
        /// nothing was being said; what was heard of it.
        case cutOff(heard: String)

        // The graph.
        case toolBegan(id: String)
        case toolEnded(id: String)
        case approvalAsked(Approval)
        case approvalClosed(id: String, status: Approval.Status)
        /// Instructions went into an answer of this turn, by their commands. To be told for each answer they go into.
        case consumed(commands: [String], turn: Int)
        /// Follows each `setContext`, `goTo`, `decide`, `requestHandoff` and `typed`: whether it could be carried out; `failure`
        /// is a slug such as `unknown-node`.
        case carriedOut(command: String, failure: String?)

        // The room.
        /// A person's microphone under this attachment is carried to the room, or no longer.
        case trackBegan(attachment: String)
        case trackEnded(attachment: String)
        case callerLeft
        /// Another process had the session before: what it left is taken up. Comes first after the value was read back; every
        /// microphone that is in the room is told again.
        case adopted
        case ended(reason: String)
        /// Time has passed.
        case woken
    }
}
