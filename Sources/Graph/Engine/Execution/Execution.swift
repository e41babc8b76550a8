package import FoundationEssentials

/// One run of a graph: its state, where it waits, and for what.
///
/// Bounded: it waits at 32 places and for 128 answers at most. A step that would wait for more is an error and changes
/// nothing, because whatever waits already may matter more. Of the settled interrupts the newest 32 are kept.
package struct Execution<State: Sendable, Effect: Sendable>: Sendable {
    package var state: State
    /// The nodes the last step visited, in order.
    package internal(set) var path: [String] = []
    /// The checkpoint this execution was recorded as, if it was.
    package internal(set) var checkpoint: Int?
    /// The questions to people, oldest first, with what became of them.
    package internal(set) var interrupts: [Interrupt] = []

    /// The places where it waits, oldest first.
    var cursors: [Cursor] = []
    /// The requests whose answers are to come, in the order they were made.
    var open: [OpenRequest<Effect>] = []
    /// The fan-outs whose join is to come.
    var gatherings: [Gathering] = []
    var nextNumber = 1
    var nextCursor = 1

    static var cursorLimit: Int { 32 }
    static var requestLimit: Int { 128 }
    static var settledLimit: Int { 32 }

    package init(_ state: State) {
        self.state = state
    }

    /// The nodes where it waits, the oldest first; the same node may be there twice.
    package var waiting: [String] { cursors.map(\.node) }

    /// The node where it has waited longest; `nil` when the next event starts at the entry.
    package var waitingAt: String? { cursors.first?.node }

    /// What is to be done now: the requests on their way, without those that pause before they are made again. A process that
    /// finds this execution in a store does these and goes on.
    package var outstanding: [Request<Effect>] {
        open.filter { $0.retryAt == nil }.map { Request(id: $0.id, effect: $0.effect, attempt: $0.attempt) }
    }

    /// When to wake it, if ever.
    package var deadline: Date? { timers.first?.at }

    /// Lets a request go: its answer will be ignored, and a question to a person withdrawn.
    package mutating func abandon(_ id: RequestID) {
        open.removeAll { $0.id == id }
        withdraw { $0.id == id }
    }

    /// Gives a question that nobody has decided another deadline; `nil`: none.
    package mutating func setDeadline(of id: RequestID, to deadline: Date?) {
        guard let index = interrupts.firstIndex(where: { $0.id == id && $0.isPending }) else { return }
        interrupts[index].deadline = deadline
    }

    /// Forgets what was waited for: the next event starts at the entry.
    package mutating func restart() {
        cursors = []
        open = []
        gatherings = []
        withdraw { _ in true }
    }
}

extension Execution: Equatable where State: Equatable, Effect: Equatable {}
