package import FoundationEssentials

/// The control of one session: a value in virtual time, run by whoever owns the session.
///
/// Bounded: 100 commands wait, more are rejected with `quota`; 32 instructions stand, likewise; of held turns the newest 200,
/// of settled commands the newest 256, of closed approvals the newest 32 are remembered.
package struct SessionControl: Hashable, Sendable, Codable {
    /// All but what is there only while an event is handled.
    private enum CodingKeys: String, CodingKey {
        case mode, lease, turn, phrases, timings, floor, fence, grace, hold, takeover, returning, heldTurns,
            newestHeldTurn
        case isUnanswered, wantsAnswer, holdsTurns, tracks, pending, settled, instructions, approvals, ending
        case isCallerGone, isOver, speeches, unsaid
    }

    package internal(set) var mode = ControlMode.agent
    package internal(set) var lease: ControlLease?
    /// The number of the conversation's present turn, for preconditions and outcomes.
    package internal(set) var turn = 0
    let phrases: ControlPhrases
    let timings: ControlTimings

    var floor = Floor()
    var fence = 0
    /// Whoever had the say is lost: what they began ends then.
    var grace: Date?
    var hold: Hold?
    var takeover: Takeover?
    var returning: Return?
    /// What was said while the agent might not answer, oldest first.
    var heldTurns: [HeldTurn] = []
    /// The dialogue's number of the newest of them.
    var newestHeldTurn: Int?
    /// An answer was abandoned or cut off, and the caller has none.
    var isUnanswered = false
    /// An instruction wants an answer as soon as nobody speaks.
    var wantsAnswer = false
    /// What the stage was told last.
    var holdsTurns = false
    /// Attachments whose microphones are in the room.
    var tracks: Set<String> = []
    var pending: [PendingCommand] = []
    var settled: [SettledCommand] = []
    var instructions: [GivenInstruction] = []
    var approvals: [AskedApproval] = []
    var ending: Ending?
    var isCallerGone = false
    var isOver = false
    /// Words that no command brought, so far: their ids.
    var speeches = 0
    /// Those of them that were not begun yet; the newest 16.
    var unsaid: [String] = []

    // These only while an event is handled.
    var now = Date.distantPast
    /// The log's number of the last event by which the conversation had moved.
    var sequence = 0
    var effects: [Effect] = []

    static let mostPending = 100
    static let mostInstructions = 32
    static let mostHeldTurns = 200
    static let mostSettled = 256
    static let mostApprovals = 32

    package init(phrases: ControlPhrases = ControlPhrases(), timings: ControlTimings = ControlTimings()) {
        self.phrases = phrases
        self.timings = timings
    }

    /// Takes one event and returns what is to be done, in order.
    package mutating func handle(_ event: Event, now: Date) -> [Effect] {
        let before = standing
        self.now = now
        elapse()
        take(event)
        suspendDeadlines()
        let effects = self.effects
        rest()
        return (standing == before ? [] : [.keep]) + effects
    }

    /// What another process must know: all but who speaks in which turn.
    private var standing: Self {
        var copy = self
        copy.floor = Floor()
        copy.turn = 0
        return copy
    }

    private mutating func rest() {
        now = Date.distantPast
        sequence = 0
        effects = []
    }

    mutating func emit(_ effect: Effect) { effects.append(effect) }

    mutating func setMode(_ mode: ControlMode) {
        guard mode != self.mode else { return }
        self.mode = mode
        emit(.mode(mode))
    }

    /// The caller's words come here instead of going to the graph, and the line is a held one; or no longer.
    mutating func setHolding(_ holds: Bool) {
        guard holds != holdsTurns else { return }
        holdsTurns = holds
        emit(.holdTurns(holds))
        emit(.quiet(holds))
    }
}
