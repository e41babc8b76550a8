import Glibc

/// The eight frequencies of a telephone's keys, measured side by side by Goertzel's recurrence.
struct ToneFilters: Sendable {
    private typealias Lane = SIMD8<Float>

    /// Four low frequencies, then four high ones, in hertz (ITU-T Q.23).
    private static let frequencies: [Double] = [697, 770, 852, 941, 1_209, 1_336, 1_477, 1_633]
    /// A key may be so far off its frequencies and must be heard all the same (Q.24).
    private static let tolerance = 0.015
    /// The least loudness of a block, as the mean square of full scale: −48 dB.
    private static let floor: Float = 1.6e-5
    /// The part of the energy that the two tones must hold, and with which a closer look is worth while.
    private static let share: Float = 0.6
    private static let glimpse: Float = 0.2
    /// Q.24: the high tone at most 4 dB above the low one, and at most 8 dB below.
    private static let twist: ClosedRange<Float> = 0.158...2.512
    /// Each tone so many times stronger than the next of its group: 6 dB.
    private static let lead: Float = 4

    /// Samples of 20 ms.
    let block: Int
    private let exact: SIMD8<Float>
    private let lower: SIMD8<Float>
    private let upper: SIMD8<Float>

    init(rate: Int) {
        block = rate / 50
        func coefficients(_ factor: Double) -> SIMD8<Float> {
            SIMD8(Self.frequencies.map { Float(2 * cos(2 * .pi * $0 * factor / Double(rate))) })
        }
        exact = coefficients(1)
        lower = coefficients(1 - Self.tolerance)
        upper = coefficients(1 + Self.tolerance)
    }

    /// The low and the high tone that make up this block, if two do.
    func pair(in block: ArraySlice<Float>) -> (row: Int, column: Int)? {
        let energy = block.reduce(0) { $0 + $1 * $1 }
        guard energy > Self.floor * Float(block.count) else { return nil }
        // A sine of amplitude a has the power a²n²/4 and the energy a²n/2.
        let scale = 2 / (Float(block.count) * energy)
        let shares = powers(block, exact) * scale
        let (row, column) = (Self.strongest(of: shares.lowHalf), Self.strongest(of: shares.highHalf))
        guard shares[row] + shares[4 + column] > Self.glimpse else { return nil }
        let near = pointwiseMax(shares, pointwiseMax(powers(block, lower), powers(block, upper)) * scale)
        let (low, high) = (near[row], near[4 + column])
        guard low + high >= Self.share, Self.twist.contains(high / low),
            Self.stands(row, in: shares.lowHalf, at: low), Self.stands(column, in: shares.highHalf, at: high)
        else { return nil }
        return (row, column)
    }

    private func powers(_ block: ArraySlice<Float>, _ coefficients: SIMD8<Float>) -> SIMD8<Float> {
        var (last, before) = (Lane.zero, Lane.zero)
        for sample in block {
            let next = coefficients * last - before + sample
            (before, last) = (last, next)
        }
        return last * last + before * before - coefficients * last * before
    }

    private static func strongest(of group: SIMD4<Float>) -> Int {
        group.indices.max { group[$0] < group[$1] } ?? 0
    }

    private static func stands(_ place: Int, in group: SIMD4<Float>, at power: Float) -> Bool {
        group.indices.allSatisfy { $0 == place || group[$0] * lead <= power }
    }
}
