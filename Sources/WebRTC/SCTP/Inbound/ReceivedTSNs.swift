/// Which TSNs have arrived: everything up to one, and runs beyond it.
struct ReceivedTSNs: Sendable {
    /// A run without gaps, both ends included.
    private struct Run: Sendable {
        var first: TSN
        var last: TSN
    }

    /// How far beyond the cumulative TSN a gap block can point.
    private static let reach = 65_535
    /// Duplicates reported in one SACK.
    private static let duplicateLimit = 16

    private(set) var cumulative: TSN
    /// Ascending, disjoint, never adjacent.
    private var runs: [Run] = []
    private(set) var duplicates: [TSN] = []

    init(initialTSN: TSN) {
        cumulative = initialTSN.previous
    }

    var hasGap: Bool { !runs.isEmpty }

    /// What happened to a TSN.
    enum Insertion: Hashable { case new, duplicate, outOfReach }

    /// Whether the TSN would be new.
    func classify(_ tsn: TSN) -> Insertion {
        let distance = tsn.distance(from: cumulative)
        guard distance > 0 else { return .duplicate }
        guard distance <= Self.reach else { return .outOfReach }
        let index = firstRun(notBefore: tsn)
        return index < runs.count && !tsn.precedes(runs[index].first) ? .duplicate : .new
    }

    /// Notes a TSN that `classify` called new.
    mutating func insert(_ tsn: TSN) {
        let index = firstRun(notBefore: tsn)
        let joinsNext = index < runs.count && runs[index].first == tsn.next
        let joinsPrevious = index > 0 && runs[index - 1].last == tsn.previous
        switch (joinsPrevious, joinsNext) {
        case (true, true):
            runs[index - 1].last = runs[index].last
            runs.remove(at: index)
        case (true, false): runs[index - 1].last = tsn
        case (false, true): runs[index].first = tsn
        case (false, false): runs.insert(Run(first: tsn, last: tsn), at: index)
        }
        absorbFirstRun()
    }

    /// Remembers a duplicate for the next SACK, which lists a few of them.
    mutating func noteDuplicate(_ tsn: TSN) {
        if duplicates.count < Self.duplicateLimit { duplicates.append(tsn) }
    }

    /// Everything up to `tsn` counts as arrived (FORWARD TSN).
    mutating func advance(to tsn: TSN) {
        guard cumulative.precedes(tsn) else { return }
        cumulative = tsn
        runs.removeAll { !tsn.precedes($0.last) }
        if let first = runs.first, !tsn.precedes(first.first) { runs[0].first = tsn.next }
        absorbFirstRun()
    }

    /// The state as a SACK with at most `limit` gap blocks; forgets the duplicates, which are reported once.
    mutating func acknowledgement(window: Int, limit: Int) -> SelectiveAcknowledgement {
        defer { duplicates = [] }
        let blocks = runs.prefix(limit).map { run in
            GapBlock(
                start: UInt16(clamping: run.first.distance(from: cumulative)),
                end: UInt16(clamping: run.last.distance(from: cumulative)))
        }
        return SelectiveAcknowledgement(
            cumulative: cumulative, receiverWindow: UInt32(clamping: window), gapBlocks: blocks,
            duplicates: duplicates)
    }

    private mutating func absorbFirstRun() {
        if let first = runs.first, first.first == cumulative.next {
            cumulative = first.last
            runs.removeFirst()
        }
    }

    /// The index of the first run that does not end before `tsn`, by bisection.
    private func firstRun(notBefore tsn: TSN) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].last.precedes(tsn) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
