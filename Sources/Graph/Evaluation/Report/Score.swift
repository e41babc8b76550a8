/// The figures of some plays.
package struct Score: Hashable, Sendable {
    package let plays: Int
    package let successes: Int
    /// What the caller said, in turns of the plays that could be performed; `nil` without any.
    package let medianTurns: Int?
    /// Nine of ten plays took at most so many.
    package let p90Turns: Int?
    package let wrongFacts: Int

    init(_ performances: [Performance], unreadable: Int) {
        plays = performances.count + unreadable
        successes = performances.count { $0.isSuccess }
        let turns = performances.map(\.outcome.callerTurns).sorted()
        medianTurns = Self.percentile(50, of: turns)
        p90Turns = Self.percentile(90, of: turns)
        wrongFacts = performances.reduce(0) { $0 + $1.wrongFacts.count }
    }

    /// Successes in percent of the plays; 0 without plays.
    package var success: Double {
        plays == 0 ? 0 : Double(successes) * 100 / Double(plays)
    }

    /// The smallest value that so many percent do not exceed (nearest rank).
    private static func percentile(_ percent: Int, of sorted: [Int]) -> Int? {
        guard !sorted.isEmpty else { return nil }
        return sorted[max(0, (sorted.count * percent + 99) / 100 - 1)]
    }
}
