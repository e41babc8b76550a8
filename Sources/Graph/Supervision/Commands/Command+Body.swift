package import Document
package import Engine
package import FoundationEssentials

extension Command {
    /// What is wanted. On the wire an object with a `type` of the name in each comment.
    package enum Body: Hashable, Sendable {
        /// `say`: exact words in the agent's voice.
        case say(String, when: Moment, isInterruptible: Bool, endsCall: Bool)
        /// `inject`: an instruction for the agent.
        case inject(Instruction, respond: Respond)
        /// `set_context`: corrections of what is known: `booking_slots` and `customer`.
        case setContext(JSON)
        /// `whisper.begin`: the agent excuses itself and waits.
        case beginWhisper(Excuse, when: Moment)
        /// `whisper.inject`: the instruction it waits for.
        case injectWhisper(String)
        /// `whisper.cancel`
        case cancelWhisper
        /// `pause`: the agent is silent for at most so many seconds.
        case pause(say: String?, atMost: TimeInterval)
        /// `resume`
        case resume(say: String?)
        /// `mute_ai`: it listens and writes along.
        case muteAgent
        /// `unmute_ai`
        case unmuteAgent
        /// `takeover`: a person speaks in the agent's place, in the room under this attachment.
        case takeOver(attachment: String, announcement: Excuse)
        /// `release`: the agent goes on, told of what it should know.
        case release(brief: String?)
        /// `interrupt`: be silent now.
        case interrupt
        /// `regenerate`: another answer.
        case regenerate(guidance: String?)
        /// `goto`: the node that takes the next turn.
        case goTo(node: String)
        /// `transfer`: a person is wanted.
        case transfer(TransferTarget, message: String?, isBlocking: Bool)
        /// `end`
        case end(message: String?, reason: String, isForced: Bool)
        /// `note`: for colleagues, never for the caller or the agent.
        case note(String)
        /// `chat`: typed words of the caller.
        case chat(String)
        /// `decide`: an answer to a question the agent asked people.
        case decide(approval: String, Decision)
        /// `cancel`: another command that did not apply yet, by who sent it or an admin.
        case cancel(command: String)
        /// `lease.acquire`
        case acquireLease(for: TimeInterval, steals: Bool)
        /// `lease.renew`
        case renewLease
        /// `lease.release`
        case releaseLease
        /// `lease.keep`: the connection of a lease's holder is still there. Not on the wire; whoever takes it gives no outcome.
        case keepLease
        /// `lease.lost`: that connection is gone. Likewise.
        case loseLease
    }

    /// When something is said or begins.
    package enum Moment: String, Hashable, Sendable, CaseIterable {
        /// At the next 20 ms frame.
        case now
        /// Where a sentence ends, before the agent's next turn.
        case nextTurn = "next_turn"
        /// When nobody speaks and nothing is awaited.
        case idle

        var isImmediate: Bool { self != .nextTurn && self != .idle }
    }

    /// Whether the agent answers an instruction.
    package enum Respond: String, Hashable, Sendable, CaseIterable {
        case now
        case nextTurn = "next_turn"
        case never

        var isImmediate: Bool { self != .nextTurn && self != .never }
    }

    /// What the caller hears when the agent turns away.
    package enum Excuse: Hashable, Sendable {
        case standard
        case none
        case words(String)
    }

    /// Who is to take the call.
    package enum TransferTarget: Hashable, Sendable {
        case queue(skills: [String])
        case `operator`(String)
        case supervisor(String)
    }

    /// What must still be so when the command applies; else `stale`.
    package struct Precondition: Hashable, Sendable {
        package var turn: Int?
        package var sequence: Int?
        package var mode: String?

        package init(turn: Int? = nil, sequence: Int? = nil, mode: String? = nil) {
            self.turn = turn
            self.sequence = sequence
            self.mode = mode
        }
    }
}
