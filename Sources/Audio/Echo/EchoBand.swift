/// A sound brought to a low rate, its spectrum flattened by taking most of each sample from the next.
struct EchoBand: Sendable {
    private static let tilt: Float = 0.9

    let source: Int
    private var resampler: Resampler
    private var last: Float = 0
    /// What frames of odd lengths leave over.
    private var pending: [Float] = []

    init(from source: Int, to target: Int) {
        self.source = source
        resampler = Resampler(from: source, to: target, mode: .polyphaseShort)
    }

    /// The next frame: exactly `count` samples; `nil` is silence. Frames of odd lengths are evened out, with silence where
    /// too little has come and without the oldest where too much has.
    mutating func frame(_ samples: [Int16]?, count: Int) -> [Float] {
        let samples = samples ?? [Int16](repeating: 0, count: source / 50)
        for sample in resampler.process(samples) {
            let value = Float(sample) / 32_768
            pending.append(value - Self.tilt * last)
            last = value
        }
        if pending.count > 2 * count { pending.removeFirst(pending.count - count) }
        let frame = Array(pending.prefix(count))
        pending.removeFirst(frame.count)
        return frame + [Float](repeating: 0, count: count - frame.count)
    }
}
