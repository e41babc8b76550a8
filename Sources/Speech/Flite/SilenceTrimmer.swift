/// Takes the silence from the front of a clause's sound and shortens the silence at its end, while the sound streams by.
///
/// The voice puts about 200 ms of near-silence on both sides of every clause. Dead air before the first word is delay;
/// between clauses a chosen pause sounds better than the sum of two margins.
struct SilenceTrimmer {
    /// Below this a sample is silence: about −48 dB.
    private static let threshold: Int16 = 130
    /// Kept before the first sound, so that its attack is not cut: 10 ms.
    private static let lead = 160

    /// Samples kept after the last sound.
    private let pause: Int
    private var hasStarted = false
    /// Samples taken from the front; it grows until the first sound.
    private(set) var taken = 0
    /// The quiet samples since the last loud one: a pause inside the clause, or its end.
    private var quiet: [Int16] = []

    init(pause: Int) {
        self.pause = pause
    }

    /// What may be played of the sound so far.
    mutating func add(_ samples: some Sequence<Int16>) -> [Int16] {
        var out: [Int16] = []
        for sample in samples {
            quiet.append(sample)
            guard sample.magnitude >= Self.threshold.magnitude else {
                if !hasStarted, quiet.count > 4 * Self.lead { drop(quiet.count - Self.lead) }
                continue
            }
            if !hasStarted { drop(max(0, quiet.count - 1 - Self.lead)) }
            hasStarted = true
            out += quiet
            quiet.removeAll(keepingCapacity: true)
        }
        return out
    }

    private mutating func drop(_ count: Int) {
        quiet.removeFirst(count)
        taken += count
    }

    /// The pause after the clause.
    mutating func finish() -> [Int16] {
        defer { quiet = [] }
        guard hasStarted else { return [] }
        let kept = Array(quiet.prefix(pause))
        return kept + [Int16](repeating: 0, count: pause - kept.count)
    }
}
