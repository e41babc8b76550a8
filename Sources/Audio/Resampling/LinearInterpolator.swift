/// Straight lines between neighbouring samples, with no filter before them.
struct LinearInterpolator: Sendable {
    private let ratio: Ratio
    /// The last sample of the piece before.
    private var previous: Int32 = 0
    /// Where the next output lies behind `previous`, in parts of `1 / up` of a source sample.
    private var position = 0

    init(ratio: Ratio) {
        self.ratio = ratio
        position = ratio.up
    }

    mutating func process(_ samples: [Int16]) -> [Int16] {
        var output: [Int16] = []
        output.reserveCapacity(samples.count * ratio.up / ratio.down + 1)
        for sample in samples {
            let next = Int32(sample)
            while position <= ratio.up {
                let step = (next - previous) * Int32(position) / Int32(ratio.up)
                output.append(Int16(truncatingIfNeeded: previous + step))
                position += ratio.down
            }
            position -= ratio.up
            previous = next
        }
        return output
    }
}
