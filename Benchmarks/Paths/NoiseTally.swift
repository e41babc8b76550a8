/// What a detector made of a minute in which nobody near speaks.
struct NoiseTally {
    /// Starts a minute of many voices, and percent of its frames, that are allowed. Other noise has none.
    private static let starts = 3.0
    private static let share = 5.0
    /// Frames in which a background may be learnt.
    private static let learning = 100

    private let starts: Double
    private let share: Double

    init(_ verdicts: [Bool]) {
        starts = Double(zip([false] + verdicts, verdicts).count { !$0 && $1 }) * 3_000 / Double(max(1, verdicts.count))
        let learnt = verdicts.dropFirst(Self.learning)
        share = 100 * Double(learnt.count { $0 }) / Double(max(1, learnt.count))
    }

    var line: String { "\(starts.formatted(decimals: 0))/\(share.formatted(decimals: 1))" }

    func keeps(isCrowd: Bool) -> Bool { isCrowd ? starts <= Self.starts && share <= Self.share : starts == 0 }
}
