/// Sound at a quarter of its rate, made for comparing: 16 kHz becomes 4 kHz, where voices have most of their energy.
struct Waveform: Hashable, Sendable {
    static let factor = 4

    let samples: [Float]
    /// Sums of the squares of all samples before an index; one more than `samples`.
    private let energies: [Double]

    init(_ sound: [Int16]) {
        var low: [Float] = []
        low.reserveCapacity(sound.count / Self.factor)
        var index = 0
        while index + Self.factor <= sound.count {
            var sum: Float = 0
            for offset in 0..<Self.factor { sum += Float(sound[index + offset]) }
            low.append(sum / Float(Self.factor * 32_768))
            index += Self.factor
        }
        samples = low
        var sum = 0.0
        energies =
            [0]
            + low.map { sample in
                sum += Double(sample) * Double(sample)
                return sum
            }
    }

    var count: Int { samples.count }

    func energy(_ range: Range<Int>) -> Double { energies[range.upperBound] - energies[range.lowerBound] }

    /// The sum of products of a part of this with as much of another from `position` on.
    func product(_ range: Range<Int>, with other: Waveform, at position: Int) -> Double {
        precondition(range.upperBound <= count && position >= 0 && position + range.count <= other.count)
        return samples.withUnsafeBytes { own in
            other.samples.withUnsafeBytes { theirs in
                let (left, right) = (range.lowerBound * Self.width, position * Self.width)
                var (sums, offset) = (SIMD8<Float>.zero, 0)
                while offset + 8 * Self.width <= range.count * Self.width {
                    sums +=
                        own.loadUnaligned(fromByteOffset: left + offset, as: SIMD8<Float>.self)
                        * theirs.loadUnaligned(fromByteOffset: right + offset, as: SIMD8<Float>.self)
                    offset += 8 * Self.width
                }
                var sum = Double(sums.sum())
                while offset < range.count * Self.width {
                    sum += Double(
                        own.loadUnaligned(fromByteOffset: left + offset, as: Float.self)
                            * theirs.loadUnaligned(fromByteOffset: right + offset, as: Float.self))
                    offset += Self.width
                }
                return sum
            }
        }
    }

    /// Bytes of a sample.
    private static let width = MemoryLayout<Float>.stride

    /// How alike they are, whatever their volumes: 1 for the same sound, 0 for two that have nothing in common or are silent.
    func likeness(_ range: Range<Int>, to other: Waveform, at position: Int) -> Double {
        guard position >= 0, position + range.count <= other.count else { return 0 }
        let energy = energy(range) * other.energy(position..<(position + range.count))
        return energy > 1e-9 ? product(range, with: other, at: position) / energy.squareRoot() : 0
    }
}
