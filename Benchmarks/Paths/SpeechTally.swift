/// A detector's verdicts on scenes whose truth is known, counted by frames of 20 ms.
struct SpeechTally {
    private var (found, said, right) = (0, 0, 0)
    /// From the first frame of speech to the first verdict, in milliseconds.
    private(set) var onsets: [Double] = []

    /// In percent.
    var score: Double { 200 * Double(right) / Double(max(1, found + said)) }

    /// Median and 95th percentile.
    var onsetLine: String {
        let sorted = onsets.sorted()
        let late = sorted.isEmpty ? -1 : sorted[min(sorted.count - 1, sorted.count * 95 / 100)]
        return "\((onsets.median ?? -1).formatted(decimals: 0)) / \(late.formatted(decimals: 0))"
    }

    static func mean(_ tallies: [SpeechTally]) -> Double {
        tallies.reduce(0) { $0 + $1.score } / Double(max(1, tallies.count))
    }

    mutating func add(_ other: SpeechTally) {
        (found, said, right) = (found + other.found, said + other.said, right + other.right)
        onsets += other.onsets
    }

    /// - Parameter credit: frames by which a verdict is later than what it speaks of.
    mutating func add(_ verdicts: [Bool], _ truth: [Bool], credit: Int) {
        for (index, isSpeech) in truth.enumerated() {
            let verdict = index + credit < verdicts.count && verdicts[index + credit]
            found += verdict ? 1 : 0
            said += isSpeech ? 1 : 0
            right += verdict && isSpeech ? 1 : 0
        }
        for begin in truth.indices where truth[begin] && begin > 0 && !truth[begin - 1] {
            guard begin >= credit, !verdicts[begin - credit],
                let start = verdicts[(begin - credit)...].firstIndex(of: true)
            else { continue }
            onsets.append(Double(start - begin + 1) * 20)
        }
    }
}
