/// Two ways of doing the same frames, taken in turns.
///
/// Which of the two begins alternates, so that neither gains from warm caches; the first rounds are for warming up.
struct Rounds {
    static let frames = 100
    static let warmUp = 3
    static let count = 25

    private(set) var ours: [Double] = []
    private(set) var bare: [Double] = []

    /// - Parameter cost: of one round, in nanoseconds of the processor.
    static func run(
        ours: (_ round: Int) throws -> Double, bare: (_ round: Int) throws -> Double
    ) rethrows -> Rounds {
        var rounds = Rounds()
        for round in 0..<(warmUp + count) {
            let first = round % 2 == 0
            let early = first ? try ours(round) : try bare(round)
            let late = first ? try bare(round) : try ours(round)
            guard round >= warmUp else { continue }
            rounds.ours.append((first ? early : late) / Double(frames))
            rounds.bare.append((first ? late : early) / Double(frames))
        }
        return rounds
    }

    /// The median cost of a frame against the median cost of a bare one.
    func figure(_ remark: String) throws -> Figure {
        guard let ours = ours.median, let bare = bare.median, bare > 0 else { throw BenchFailure("no round was run") }
        let (mine, floor) = ((ours / 1000).formatted(decimals: 1), (bare / 1000).formatted(decimals: 1))
        return Figure(value: ours / bare, note: "\(mine) µs against \(floor) µs; \(remark)")
    }
}
