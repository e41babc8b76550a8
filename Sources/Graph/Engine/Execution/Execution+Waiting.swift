import FoundationEssentials

extension Execution {
    /// Something that happens when time has passed.
    struct Timer {
        let at: Date
        let id: RequestID
    }

    /// Everything that happens with time, the soonest first.
    var timers: [Timer] {
        let requests = open.compactMap { request in
            (request.retryAt ?? request.deadline).map { Timer(at: $0, id: request.id) }
        }
        let joins = gatherings.compactMap { join in join.deadline.map { Timer(at: $0, id: join.id) } }
        let questions = interrupts.compactMap { question in
            question.isPending ? question.deadline.map { Timer(at: $0, id: question.id) } : nil
        }
        return (requests + joins + questions).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }

    /// The oldest place that waits for no answer and no person.
    var free: Int? {
        cursors.firstIndex { cursor in
            !open.contains { $0.cursor == cursor.id }
                && !interrupts.contains { $0.isPending && $0.cursor == cursor.id }
        }
    }

    /// Takes a place out of those that wait.
    mutating func take(_ cursor: Int) -> Cursor? {
        cursors.firstIndex { $0.id == cursor }.map { cursors.remove(at: $0) }
    }

    /// Puts a place among those that wait, by age.
    mutating func put(_ cursor: Cursor) {
        let index = cursors.lastIndex { $0.id < cursor.id }.map { $0 + 1 } ?? 0
        cursors.insert(cursor, at: index)
    }

    /// Lets go of everything that a place waits for.
    mutating func release(_ cursor: Int) {
        if !open.isEmpty { open.removeAll { $0.cursor == cursor } }
        withdraw { $0.cursor == cursor }
    }

    /// Takes questions back that nobody has decided.
    mutating func withdraw(where matches: (Interrupt) -> Bool) {
        for index in interrupts.indices where interrupts[index].isPending && matches(interrupts[index]) {
            interrupts[index].state = .withdrawn
        }
    }

    /// Drops what has not come to a join: its places, what they wait for, and joins within its branches.
    mutating func drop(branchesOf join: RequestID) {
        for cursor in cursors where cursor.branch?.gathering == join {
            release(cursor.id)
        }
        cursors.removeAll { $0.branch?.gathering == join }
        let inner = gatherings.filter { $0.branch?.gathering == join }
        gatherings.removeAll { $0.branch?.gathering == join }
        for gathering in inner { drop(branchesOf: gathering.id) }
    }

    /// Adds a question; beyond the limit the oldest settled one gives way.
    mutating func ask(_ interrupt: Interrupt) {
        if interrupts.count >= Self.settledLimit, let oldest = interrupts.firstIndex(where: { !$0.isPending }) {
            interrupts.remove(at: oldest)
        }
        interrupts.append(interrupt)
    }
}
