/// How often something happened in each round.
struct RoundCounts {
    private var counts: [Int] = []

    init() { counts.reserveCapacity(Rounds.warmUp + Rounds.count) }

    mutating func append(_ count: Int) { counts.append(count) }

    /// The median for one frame, without the rounds for warming up.
    private var perFrame: Double? {
        counts.dropFirst(Rounds.warmUp).map { Double($0) / Double(Rounds.frames) }.median
    }

    /// How much more often it happened for a frame than the bare libraries do it themselves.
    func figure(beyond bare: RoundCounts, _ remark: String) throws -> Figure {
        guard let ours = perFrame, let floor = bare.perFrame else { throw BenchFailure("no round was run") }
        let note = "\(ours.formatted(decimals: 1)) against \(floor.formatted(decimals: 1)); ours are \(remark)"
        return Figure(value: ours - floor, note: note)
    }
}
