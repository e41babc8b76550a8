/// How much of a sound is the play of each delay before it, with the past forgotten bit by bit.
struct DelayCorrelation: Sendable {
    private typealias Lane = SIMD8<Float>

    /// 0 to 600 ms at 4 kHz.
    static let delays = 2_400
    /// Keeps silence from being a correlation of silence.
    private static let floor: Float = 1e-4

    /// One frame of sound against the play of every delay: index 0 is the longest delay.
    struct Products {
        fileprivate var products: [Float]
        fileprivate var powers: [Float]
        /// The sound's own.
        let energy: Float

        /// - Parameters:
        ///   - play: `delays` samples, then those of the frame's own time.
        ///   - sound: the frame.
        init(play: [Float], sound: [Float]) {
            precondition(play.count == DelayCorrelation.delays + sound.count, "the play covers every delay")
            energy = sound.reduce(0) { $0 + $1 * $1 }
            products = [Float](repeating: 0, count: DelayCorrelation.delays)
            powers = products
            unsafe play.withUnsafeBytes { play in
                for start in stride(from: 0, to: DelayCorrelation.delays, by: 8) {
                    var sum = Lane.zero
                    for (index, value) in sound.enumerated() {
                        let offset = (start + 1 + index) * MemoryLayout<Float>.stride
                        let lane = unsafe play.loadUnaligned(fromByteOffset: offset, as: Lane.self)
                        sum += lane * value
                    }
                    for lane in 0..<8 { products[start + lane] = sum[lane] }
                }
            }
            sumPowers(play, count: sound.count)
        }

        private mutating func sumPowers(_ play: [Float], count: Int) {
            var power = play[1...count].reduce(0) { $0 + $1 * $1 }
            for index in powers.indices {
                powers[index] = max(0, power)
                guard index + 1 < powers.count else { break }
                let (out, next) = (play[index + 1], play[index + 1 + count])
                power += next * next - out * out
            }
        }
    }

    private let keep: Float
    private var products = [Float](repeating: 0, count: Self.delays)
    private var powers = [Float](repeating: 0, count: Self.delays)
    private var energy: Float = 0

    /// - Parameter keep: the part of the past that each frame leaves.
    init(forgetting keep: Float) {
        self.keep = keep
    }

    mutating func add(_ frame: Products) {
        for index in products.indices {
            products[index] = products[index] * keep + frame.products[index]
            powers[index] = powers[index] * keep + frame.powers[index]
        }
        energy = energy * keep + frame.energy
    }

    /// The delay, in samples, that explains most of the sound, and how much: 0 to 1.
    var strongest: (delay: Int, share: Float) {
        var best = (delay: 0, share: Float(0))
        for delay in 0..<Self.delays {
            let share = share(at: delay)
            if share > best.share { best = (delay, share) }
        }
        return best
    }

    /// The most that a delay within `distance` of this one explains.
    func most(around delay: Int, by distance: Int) -> Float {
        (max(0, delay - distance)...min(Self.delays - 1, delay + distance)).reduce(0) { max($0, share(at: $1)) }
    }

    private func share(at delay: Int) -> Float {
        let index = Self.delays - 1 - delay
        return products[index] * products[index] / ((powers[index] + Self.floor) * (energy + Self.floor))
    }
}
