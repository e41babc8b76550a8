package import FoundationEssentials

extension Handoff {
    /// When an offer lapses.
    package var timeout: Date? {
        state == .offered ? offeredAt?.addingTimeInterval(Self.offerTime) : nil
    }

    package mutating func enqueue() throws(HandoffError) {
        try step(to: .queued, from: [.requested])
    }

    package mutating func offer(to candidate: HandoffOperator, now: Date) throws(HandoffError) {
        guard candidate.suits(self) else { throw .unsuitable }
        try step(to: .offered, from: [.queued])
        `operator` = candidate.id
        offeredAt = now
    }

    /// An operator takes it: to whom it is offered, or, while it is queued, whoever is suitable. The first counts.
    ///
    /// - Parameter version: The version they saw, where that matters.
    package mutating func accept(
        by candidate: HandoffOperator, version: Int? = nil, now: Date
    ) throws(HandoffError) {
        try expect(version)
        guard state.isWaiting else {
            if let holder = `operator`, state.isHandled { throw .taken(by: holder) }
            throw .impossible(state)
        }
        if let holder = `operator`, holder != candidate.id { throw .taken(by: holder) }
        guard candidate.suits(self) else { throw .unsuitable }
        try step(to: .accepted, from: [.queued, .offered])
        `operator` = candidate.id
        acceptedAt = now
    }

    /// An operator leaves it to somebody else.
    package mutating func decline(by id: String, version: Int? = nil) throws(HandoffError) {
        try expect(version)
        if let holder = `operator`, holder != id { throw .taken(by: holder) }
        try step(to: .queued, from: [.offered])
        pass(id)
    }

    /// Lets an offer pass that nobody answered; `false`: there is none, or it still stands.
    package mutating func lapse(now: Date) -> Bool {
        guard let timeout, timeout <= now, let id = `operator` else { return false }
        state = .queued
        version += 1
        pass(id)
        return true
    }

    private mutating func pass(_ id: String) {
        passed.insert(id)
        `operator` = nil
        offeredAt = nil
    }

    /// The operator is on their way into the room.
    package mutating func bridge(by id: String) throws(HandoffError) {
        try expect(holder: id)
        try step(to: .bridging, from: [.accepted])
    }

    /// The operator's microphone is in the room.
    package mutating func begin(now: Date) throws(HandoffError) {
        try step(to: .active, from: [.accepted, .bridging])
        activeAt = now
    }

    /// The talk is over; what came of it is written down.
    package mutating func wrapUp() throws(HandoffError) {
        try step(to: .wrapUp, from: [.accepted, .bridging, .active])
    }

    package mutating func complete(
        _ disposition: Disposition, notes: String? = nil, followUps: [String] = [], now: Date
    ) throws(HandoffError) {
        try step(to: .completed, from: [.accepted, .bridging, .active, .wrapUp])
        self.disposition = disposition
        self.notes = notes
        self.followUps = followUps
        completedAt = now
    }

    /// Nobody is there: the caller is called back.
    package mutating func scheduleCallback(now: Date) throws(HandoffError) {
        try step(to: .callbackScheduled, from: [.requested, .queued])
        completedAt = now
    }

    /// The caller is gone, or nobody is wanted any more: who talked writes down what came of it.
    package mutating func cancel(now: Date) throws(HandoffError) {
        guard !state.isHandled else { return try wrapUpIfOpen() }
        try step(to: .cancelled, from: [.requested, .queued, .offered])
        `operator` = nil
        completedAt = now
    }

    private mutating func wrapUpIfOpen() throws(HandoffError) {
        if state != .wrapUp { try wrapUp() }
    }

    /// Whoever acts on it must have it, and have seen it as it is.
    package func expect(holder id: String, version: Int? = nil) throws(HandoffError) {
        try expect(version)
        guard state.isHandled, let holder = `operator` else { throw .impossible(state) }
        guard holder == id else { throw .taken(by: holder) }
    }

    private func expect(_ version: Int?) throws(HandoffError) {
        guard version == nil || version == self.version else { throw .conflict(version: self.version) }
    }

    private mutating func step(to next: State, from states: Set<State>) throws(HandoffError) {
        guard states.contains(state) else { throw .impossible(state) }
        state = next
        version += 1
    }
}
