package import Timing

/// The engines of one kind in the order in which they are asked, and what is known about each. A core: the time is an
/// argument, and a driver (`Race`) asks.
///
/// The next engine is asked when one fails, and when one takes longer than nearly always. Engines that rest after
/// failures, or that asked to be left alone, are passed over; local ones never are.
package struct Chain: Hashable, Sendable {
    /// What became of a circuit.
    package enum Turn: Hashable, Sendable {
        case opened, closed
    }

    /// An engine that asks to be left alone, without saying for how long.
    package static let usualLimit = Duration.seconds(10)
    /// No provider is left alone for longer, whatever it says.
    package static let longestLimit = Duration.seconds(600)

    package private(set) var candidates: [Candidate]

    package init(_ candidates: [Candidate]) {
        self.candidates = candidates
    }

    /// The engine to ask next, as an index; its trial is taken, so it has to be told what came of it.
    package mutating func next(after tried: Set<Int>, thrift: Thrift = .free, now: Instant) -> Int? {
        for index in order(thrift) where !tried.contains(index) {
            if candidates[index].mayAsk(now: now) { return index }
        }
        return nil
    }

    /// Whether another engine than a last resort might be asked. Takes no trial.
    package func hasNext(after tried: Set<Int>, thrift: Thrift = .free, now: Instant) -> Bool {
        var copy = self
        return copy.next(after: tried, thrift: thrift, now: now).map { !candidates[$0].isLastResort } ?? false
    }

    /// After what time without a first byte the next engine is asked too.
    package func hedge(of index: Int) -> Duration? {
        candidates[index].latency.p95
    }

    package mutating func spoke(_ index: Int, after time: Duration) {
        candidates[index].latency.add(time)
    }

    @discardableResult
    package mutating func succeeded(_ index: Int, now: Instant) -> Turn? {
        let wasClosed = candidates[index].breaker.state(now: now) == .closed
        candidates[index].breaker.succeeded()
        candidates[index].limitedUntil = nil
        return wasClosed ? nil : .closed
    }

    @discardableResult
    package mutating func failed(_ index: Int, now: Instant) -> Turn? {
        let before = candidates[index].breaker.state(now: now)
        candidates[index].breaker.failed(now: now)
        let isOpen = candidates[index].breaker.state(now: now) == .open
        return isOpen && before == .closed ? .opened : nil
    }

    /// The engine asked to be left alone for a while, which is no failure of its own.
    package mutating func limited(_ index: Int, for time: Duration?, now: Instant) {
        let time = min(max(time ?? Self.usualLimit, .zero), Self.longestLimit)
        candidates[index].limitedUntil = now + time
        candidates[index].breaker.abandoned(now: now)
    }

    package mutating func abandoned(_ index: Int, now: Instant) {
        candidates[index].breaker.abandoned(now: now)
    }

    /// Forgets everything bad about an engine.
    package mutating func reset(_ index: Int) {
        candidates[index].breaker.succeeded()
        candidates[index].limitedUntil = nil
    }

    private func order(_ thrift: Thrift) -> [Int] {
        switch thrift {
        case .free: Array(candidates.indices)
        case .broke: candidates.indices.filter { candidates[$0].isLocal || candidates[$0].price == 0 }
        case .sparing:
            candidates.indices.sorted {
                (candidates[$0].price ?? .max, $0) < (candidates[$1].price ?? .max, $1)
            }
        }
    }
}
