import Audio
import Timing
import Wire

extension FuzzTarget {
    /// A caller's packets, from the wire to samples.
    static let jitter = FuzzTarget(name: "jitter") {
        let packets = (0..<8 as Range<UInt8>).map { Script.Step($0 % 2, [0, $0, 0, 0, $0 &* 4, 0, 0xF8, 0xFF, 0xFE]) }
        return [Script.input(packets + [Script.Step(2, [3]), Script.Step(4, [20])])]
    } feed: { input in
        guard var stage = try? JitterStage() else { fatalError("no decoder could be made") }
        for step in Script(input) { stage.take(step) }
    }
}
