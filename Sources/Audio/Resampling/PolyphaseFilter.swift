import Glibc

/// A windowed-sinc low-pass in `up` phases: output `n` is one phase's dot product with the newest source samples.
///
/// The cut-off follows the lower of the two rates. A phase holds `taps` samples of the lower rate, which is more of the
/// source's when that is the higher one.
struct PolyphaseFilter: Sendable {
    private typealias Lane = SIMD8<Float>

    private let ratio: Ratio
    /// Vectors in one phase.
    private let width: Int
    /// `up` phases of `width` vectors, each phase in the order of the source's samples.
    private let coefficients: [SIMD8<Float>]
    /// Source samples that have not left the filter yet; begins with a full phase of silence.
    private var history: [Float]
    private var phase = 0

    /// Source samples between an impulse and its image.
    var delay: Int { width * 4 }

    /// `shape` is the Kaiser window's: 6 for 60 dB, 8 for 80 dB.
    init(ratio: Ratio, taps: Int, shape: Double) {
        self.ratio = ratio
        let perPhase = ratio.down > ratio.up ? (taps * ratio.down + ratio.up - 1) / ratio.up : taps
        width = (perPhase + 7) / 8
        coefficients = Self.design(ratio: ratio, count: width * 8, span: perPhase, shape: shape)
        history = [Float](repeating: 0, count: width * 8 - 1)
    }

    mutating func process(_ samples: [Int16]) -> [Int16] {
        history.reserveCapacity(history.count + samples.count)
        for sample in samples { history.append(Float(sample)) }
        let (taps, end) = (width * 8, history.count)
        let room = (end - taps + 1) * ratio.up / ratio.down + 1
        var start = 0
        let output = unsafe [Int16](unsafeUninitializedCapacity: max(room, 0)) { buffer, count in
            unsafe history.withUnsafeBytes { source in
                unsafe coefficients.withUnsafeBufferPointer { table in
                    while start + taps <= end {
                        let sum = unsafe dot(source, from: start, table, row: phase * width)
                        // Towards zero from here: to the nearest.
                        unsafe buffer[count] = Int16(max(-32_768, min(32_767, sum < 0 ? sum - 0.5 : sum + 0.5)))
                        count += 1
                        phase += ratio.down
                        start += phase / ratio.up
                        phase %= ratio.up
                    }
                }
            }
        }
        consume(start)
        return output
    }

    /// One output: `width` vectors of the source against one phase.
    @inline(__always)
    private func dot(
        _ source: UnsafeRawBufferPointer, from start: Int, _ table: UnsafeBufferPointer<Lane>, row: Int
    ) -> Float {
        var (sum, other, index) = (Lane.zero, Lane.zero, 0)
        while index + 2 <= width {
            let offset = (start + index * 8) * MemoryLayout<Float>.stride
            unsafe sum += source.loadUnaligned(fromByteOffset: offset, as: Lane.self) * table[row + index]
            unsafe other += source.loadUnaligned(fromByteOffset: offset + 32, as: Lane.self) * table[row + index + 1]
            index += 2
        }
        if index < width {
            let offset = (start + index * 8) * MemoryLayout<Float>.stride
            unsafe sum += source.loadUnaligned(fromByteOffset: offset, as: Lane.self) * table[row + index]
        }
        sum += other
        let four = sum.lowHalf + sum.highHalf
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }

    /// Drops what every later output lies behind. When the source is faster, an output may skip samples not here yet:
    /// `start` then exceeds the history, which cannot happen, since a phase is longer than any step.
    private mutating func consume(_ count: Int) {
        history.removeFirst(count)
    }

    /// Phase `p`, tap `k` is the filter at `(k - centre) · up + …` of the common rate; each phase sums to one.
    private static func design(ratio: Ratio, count: Int, span: Int, shape: Double) -> [Lane] {
        let up = Double(ratio.up)
        // The cut-off as a part of the source's rate, a little below half of the lower rate.
        let cutoff = 0.46 * min(1, up / Double(ratio.down))
        let centre = Double(count) / 2
        let half = Double(span) / 2
        var table: [Lane] = []
        table.reserveCapacity(ratio.up * count / 8)
        for phase in 0..<ratio.up {
            let shift = centre - 1 + Double(phase) / up
            var taps = (0..<count).map { index -> Double in
                let distance = Double(index) - shift
                return sinc(2 * cutoff * distance) * kaiser(distance / half, shape: shape)
            }
            let total = taps.reduce(0, +)
            taps = taps.map { $0 / total }
            for start in stride(from: 0, to: count, by: 8) {
                table.append(Lane(taps[start..<(start + 8)].map(Float.init)))
            }
        }
        return table
    }

    private static func sinc(_ x: Double) -> Double {
        x == 0 ? 1 : sin(.pi * x) / (.pi * x)
    }

    /// The Kaiser window at `position` from −1 to 1; zero outside.
    private static func kaiser(_ position: Double, shape: Double) -> Double {
        guard abs(position) < 1 else { return 0 }
        return bessel(shape * (1 - position * position).squareRoot()) / bessel(shape)
    }

    /// The modified Bessel function of the first kind and order zero, by its power series.
    private static func bessel(_ x: Double) -> Double {
        var (term, sum, index) = (1.0, 1.0, 1.0)
        while term > sum * 1e-12 {
            term *= (x / (2 * index)) * (x / (2 * index))
            sum += term
            index += 1
        }
        return sum
    }
}
