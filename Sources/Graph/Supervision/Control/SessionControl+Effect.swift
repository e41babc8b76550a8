package import Document
package import Engine

extension SessionControl {
    /// What is to be done.
    package enum Effect: Hashable, Sendable {
        /// An event for the session's log: a type of the extended profile and its fields.
        case record(type: String, fields: [String: JSON])
        /// To be said by its priority.
        case say(ControlSpeech)
        /// No longer to be said, if it has not begun.
        case withdraw(speech: String)
        /// The agent falls silent: at the next frame, or at the end of the sentence. Answered by `cutOff`.
        case silence(at: Boundary)
        /// The answer that is awaited is not to be said: it is dropped when it comes, its turn stays unanswered.
        case abandonAnswer
        /// While `true`, the caller's words are not put to the graph but come as `words`.
        case holdTurns(Bool)
        /// Hold treatment of the line: no silence prompts, no news.
        case quiet(Bool)
        /// For the agent's context, by the command that brought it.
        case instruct(Instruction, command: String)
        case forget(instructionOf: String)
        /// The graph is asked again: with what was said meanwhile, oldest first; empty: with the last words once more.
        case answer(held: [HeldTurn], bridge: String?)
        case setContext(JSON, command: String)
        case goTo(node: String, command: String)
        case decide(approval: String, Decision, command: String)
        /// A person is wanted.
        case requestHandoff(Command.TransferTarget, message: String?, isBlocking: Bool, command: String)
        case typed(String, command: String)
        /// Farewell, if any, and the end.
        case end(message: String?, reason: String, isForced: Bool)
        /// Whoever is in the room under this attachment leaves it.
        case remove(attachment: String)
        /// The value has changed in a way that another process must know: to be kept before the effects after it.
        case keep
    }

    package enum Boundary: Hashable, Sendable {
        case frame, sentence
    }
}
