/// The fundamental frequency of a voice, from the likeness of 40 ms of it to themselves a period later.
package struct PitchMeter: Sendable {
    /// Hertz: what voices have.
    package static let range: ClosedRange<Float> = 60...400
    /// The likeness, of 1, from which a frame is voiced.
    private static let voiced: Float = 0.6
    /// Root mean square, of full scale, below which nobody looks.
    private static let floor: Float = 0.001
    /// A shorter period that is nearly as good is the true one: its multiples are as like.
    private static let octave: Float = 0.9

    private let rate: Int
    /// 40 ms at half the rate.
    private var history: [Float]

    /// - Parameter rate: samples a second of the frames.
    package init(rate: Int = 16_000) {
        self.rate = rate / 2
        history = [Float](repeating: 0, count: rate / 2 / 25)
    }

    /// Takes a frame into the history.
    package mutating func append(_ frame: [Int16]) {
        var index = 0
        while index + 1 < frame.count {
            history.append((Float(frame[index]) + Float(frame[index + 1])) / 65_536)
            index += 2
        }
        history.removeFirst(history.count - rate / 25)
    }

    /// Hertz; `nil` where the history is not voiced.
    package var pitch: Float? {
        let found = likenesses
        guard let best = found.max(), best >= Self.voiced else { return nil }
        let enough = best * Self.octave
        for (index, value) in found.enumerated() where value >= enough {
            let isPeak = value >= found[max(0, index - 1)] && value >= found[min(found.count - 1, index + 1)]
            if isPeak { return Float(rate) / Float(periods.lowerBound + index) }
        }
        return nil
    }

    /// How like the history is to itself a period later, of whatever length: 0 to 1. One voice near the microphone reaches
    /// 0.95 in its vowels, several at once 0.7; silence has 0.
    package var likeness: Float { max(0, likenesses.max() ?? 0) }

    /// In samples.
    private var periods: ClosedRange<Int> {
        (rate / Int(Self.range.upperBound))...(rate / Int(Self.range.lowerBound))
    }

    /// The correlation of the history with itself each period later, −1 to 1; nothing when it is too quiet.
    private var likenesses: [Float] {
        var powers: [Float] = [0]
        powers.reserveCapacity(history.count + 1)
        for sample in history { powers.append(powers[powers.count - 1] + sample * sample) }
        let all = powers[history.count]
        guard all > Self.floor * Self.floor * Float(history.count) else { return [] }
        return periods.map { period in
            let (early, late) = (powers[history.count - period], all - powers[period])
            return product(after: period) / max(1e-9, max(0, early * late).squareRoot())
        }
    }

    private func product(after period: Int) -> Float {
        unsafe history.withUnsafeBytes { bytes in
            var (sum, index) = (SIMD16<Float>.zero, 0)
            let count = history.count - period
            while index + 16 <= count {
                let early = unsafe bytes.loadUnaligned(fromByteOffset: 4 * index, as: SIMD16<Float>.self)
                let late = unsafe bytes.loadUnaligned(fromByteOffset: 4 * (index + period), as: SIMD16<Float>.self)
                sum += early * late
                index += 16
            }
            let eight = sum.lowHalf + sum.highHalf
            var total = (eight.lowHalf + eight.highHalf).sum()
            while index < count {
                total += history[index] * history[index + period]
                index += 1
            }
            return total
        }
    }
}
