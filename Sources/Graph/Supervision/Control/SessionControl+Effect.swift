package import Document
package import Engine

extension SessionControl {
    /// What is to be done, in order. What carries a command's id is carried out once for it, also when it is told again
    /// after another process has taken the session up.
    package enum Effect: Hashable, Sendable {
        /// An event for the session's log: a type of the extended profile and its fields.
        case record(type: String, fields: [String: JSON])
        /// To be said by its priority. Answered by `speechBegan` and `speechEnded`. The same id again is said once.
        case say(ControlSpeech)
        /// No longer to be said, if it has not begun.
        case withdraw(speech: String)
        /// The agent falls silent: at the next frame, or at the end of the sentence; what is uninterruptible comes to its end
        /// first. Always answered by one `cutOff`, at once when nothing is being said.
        case silence(at: Boundary)
        /// The answer that is awaited is not to be said: it is dropped when it comes, its turn stays unanswered. A tool that
        /// runs for it finishes, and what it brought is there when the graph is asked again.
        case abandonAnswer
        /// While `true`, the caller's words are not put to the graph but come as `words`.
        case holdTurns(Bool)
        /// Hold treatment of the line: no silence prompts, no news.
        case quiet(Bool)
        /// For the agent's context, by the command that brought it: goes into every answer, and `consumed` tells so, until it is
        /// forgotten. How long it reaches is counted here, not there. The same command's again replaces it.
        case instruct(Instruction, command: String)
        case forget(instructionOf: String)
        /// The graph is asked again, when the bridge, if any, is said: with what was said meanwhile, oldest first; empty: with the
        /// last words once more. The context is, in this order: held turns, tool results, instructions.
        case answer(held: [HeldTurn], bridge: String?)
        case setContext(JSON, command: String)
        case goTo(node: String, command: String)
        case decide(approval: String, Decision, command: String)
        /// The clock of an approval's deadline stands still, or runs on (§10.8 R5).
        case suspendDeadline(approval: String, Bool)
        /// A person is wanted. The caller was told already; the message is for whoever comes, too.
        case requestHandoff(Command.TransferTarget, message: String?, isBlocking: Bool, command: String)
        /// Words of the caller that were typed: put to the graph, or back as `words` while turns are held.
        case typed(String, command: String)
        /// Farewell, if any, and the end; when forced, at once. Answered by `ended`.
        case end(message: String?, reason: String, isForced: Bool)
        /// Whoever is in the room under this attachment leaves it.
        case remove(attachment: String)
        /// The value has changed in a way that another process must know: to be kept before the effects after it. Comes first.
        case keep
    }

    package enum Boundary: Hashable, Sendable {
        case frame, sentence
    }
}
