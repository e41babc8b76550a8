/// Makes sound shorter or longer by one period of its pitch, without changing the pitch: two stretches that are alike are
/// faded into each other (pitch-synchronous overlap-add).
///
/// Periods of 2.5 to 15 ms are looked for, the pitches of voices, in sound of which twice the period is there. What is
/// nearly silent is cut or repeated anywhere.
struct TimeStretch: Sendable {
    /// The root mean square, in units of samples, below which nobody hears a seam.
    private static let quiet: Float = 60

    private let shortestPeriod: Int
    private let longestPeriod: Int
    /// Samples between those that the coarse search looks at: 4 kHz are enough to find a pitch.
    private let stride: Int
    private var seam: [Int16] = []

    init(rate: Int) {
        shortestPeriod = rate / 400
        longestPeriod = rate * 15 / 1_000
        stride = max(1, rate / 4_000)
        seam.reserveCapacity(longestPeriod)
    }

    /// Takes out one period. Returns how many samples that was; 0 when no place was alike enough.
    mutating func shorten(_ samples: inout [Int16], _ urgency: PlayoutPace.Urgency) -> Int {
        guard let period = period(of: samples, urgency) else { return 0 }
        fade(samples, from: 0, to: period, count: period)
        for index in 0..<period { samples[index] = seam[index] }
        samples.removeSubrange(period..<(2 * period))
        return period
    }

    /// Puts one period in twice. Returns how many samples that was; 0 when no place was alike enough.
    mutating func lengthen(_ samples: inout [Int16], _ urgency: PlayoutPace.Urgency) -> Int {
        guard let period = period(of: samples, urgency) else { return 0 }
        fade(samples, from: period, to: 0, count: period)
        samples.insert(contentsOf: seam, at: period)
        return period
    }

    /// Writes the seam: `count` samples that begin like those at `from` and end like those at `to`.
    private mutating func fade(_ samples: [Int16], from: Int, to: Int, count: Int) {
        seam.removeAll(keepingCapacity: true)
        for index in 0..<count {
            let sum = Int(samples[from + index]) * (count - index) + Int(samples[to + index]) * index
            seam.append(Int16(truncatingIfNeeded: sum / count))
        }
    }

    /// The lag at which the sound is most like itself, if it is enough so; any lag where it is quiet.
    private func period(of samples: [Int16], _ urgency: PlayoutPace.Urgency) -> Int? {
        let longest = min(longestPeriod, samples.count / 2)
        guard longest >= shortestPeriod else { return nil }
        if loudness(of: samples, first: 2 * longest) < Self.quiet { return longest }
        var best = (lag: 0, likeness: -Float.infinity)
        func consider(_ lag: Int, step: Int) {
            let likeness = self.likeness(of: samples, at: lag, step: step)
            if likeness > best.likeness { best = (lag, likeness) }
        }
        for lag in Swift.stride(from: shortestPeriod, through: longest, by: stride) { consider(lag, step: stride) }
        let coarse = best.lag
        best.likeness = -.infinity
        for lag in max(shortestPeriod, coarse - stride)...min(longest, coarse + stride) { consider(lag, step: 1) }
        return best.likeness >= Self.threshold(urgency) ? best.lag : nil
    }

    private static func threshold(_ urgency: PlayoutPace.Urgency) -> Float {
        switch urgency {
        case .calm: 0.9
        case .pressing: 0.6
        case .extreme: -1
        }
    }

    private func loudness(of samples: [Int16], first count: Int) -> Float {
        var energy: Float = 0
        for index in Swift.stride(from: 0, to: count, by: stride) {
            energy += Float(samples[index]) * Float(samples[index])
        }
        return (energy / Float(max(1, count / stride))).squareRoot()
    }

    /// Normalised correlation of the first `lag` samples with the next `lag`, from -1 to 1.
    private func likeness(of samples: [Int16], at lag: Int, step: Int) -> Float {
        var (product, first, second): (Float, Float, Float) = (0, 0, 0)
        for index in Swift.stride(from: 0, to: lag, by: step) {
            let (left, right) = (Float(samples[index]), Float(samples[index + lag]))
            product += left * right
            first += left * left
            second += right * right
        }
        let energy = (first * second).squareRoot()
        return energy > 0 ? product / energy : 0
    }
}
