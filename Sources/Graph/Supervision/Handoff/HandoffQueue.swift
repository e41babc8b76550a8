package import FoundationEssentials

/// The calls of a workspace that wait for a person, and the persons: who is offered what next (control API §10.7).
package struct HandoffQueue: Hashable, Sendable {
    package var handoffs: [Handoff]
    package var operators: [HandoffOperator]

    package init(_ handoffs: [Handoff], operators: [HandoffOperator]) {
        self.handoffs = handoffs
        self.operators = operators
    }

    /// When an offer lapses next.
    package var timeout: Date? { handoffs.compactMap(\.timeout).min() }

    /// Offers what waits to whoever is free, the most urgent and then the oldest first, to who has been idle longest. What nobody
    /// who is there may or wants to take becomes a callback. Returns what has changed.
    package mutating func assign(now: Date) -> [Handoff] {
        let before = handoffs
        for index in handoffs.indices {
            _ = handoffs[index].lapse(now: now)
            if handoffs[index].state == .requested { try? handoffs[index].enqueue() }
        }
        for index in order { place(index, now) }
        return zip(before, handoffs).filter { $0 != $1 }.map(\.1)
    }

    /// What is queued, by urgency, age and name.
    private var order: [Int] {
        handoffs.indices.filter { handoffs[$0].state == .queued }.sorted {
            let (one, other) = (handoffs[$0], handoffs[$1])
            if one.priority != other.priority { return one.priority > other.priority }
            return (one.requestedAt, one.id) < (other.requestedAt, other.id)
        }
    }

    private mutating func place(_ index: Int, _ now: Date) {
        let handoff = handoffs[index]
        let willing = operators.filter {
            $0.status != .offline && $0.suits(handoff) && !handoff.passed.contains($0.id)
        }
        guard !willing.isEmpty else {
            try? handoffs[index].scheduleCallback(now: now)
            return
        }
        let engaged = Set(handoffs.filter { !$0.state.isOver }.compactMap(\.operator))
        let free = willing.filter { $0.status == .available && !engaged.contains($0.id) }
        guard let next = free.min(by: { ($0.idleSince, $0.id) < ($1.idleSince, $1.id) }) else { return }
        try? handoffs[index].offer(to: next, now: now)
    }
}
