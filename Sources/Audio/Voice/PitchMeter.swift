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
        let power = history.reduce(0) { $0 + $1 * $1 } / Float(history.count)
        guard power > Self.floor * Self.floor else { return nil }
        let periods = (rate / Int(Self.range.upperBound))...(rate / Int(Self.range.lowerBound))
        let found: [Float] = periods.map { likeness(after: $0) }
        guard let best = found.max(), best >= Self.voiced else { return nil }
        let enough = best * Self.octave
        for (index, value) in found.enumerated() where value >= enough {
            let isPeak = value >= found[max(0, index - 1)] && value >= found[min(found.count - 1, index + 1)]
            if isPeak { return Float(rate) / Float(periods.lowerBound + index) }
        }
        return nil
    }

    /// The correlation of the history with itself so many samples later, −1 to 1.
    private func likeness(after period: Int) -> Float {
        let (early, late) = (history[..<(history.count - period)], history[period...])
        var (product, first, second) = (Float(0), Float(0), Float(0))
        for (a, b) in zip(early, late) {
            product += a * b
            first += a * a
            second += b * b
        }
        return product / max(1e-9, (first * second).squareRoot())
    }
}
