/// How much of a sound is the play of each delay before it, with the past forgotten bit by bit.
struct DelayCorrelation: Sendable {
    /// 0 to 600 ms at 4 kHz.
    static let delays = 2_400
    /// Keeps silence from being a correlation of silence.
    private static let floor: Float = 1e-4

    private let keep: Float
    private var products = [Float](repeating: 0, count: Self.delays)
    private var powers = [Float](repeating: 0, count: Self.delays)
    private var energy: Float = 0
    private var isEmpty = true

    /// - Parameter keep: the part of the past that each frame leaves.
    init(forgetting keep: Float) {
        self.keep = keep
    }

    /// A frame of sound.
    /// - Parameter frame: `nil` for silence.
    mutating func add(_ frame: DelayProducts?, over play: DelayedPlay) {
        isEmpty = false
        Self.add(play.powers, to: &powers, keep)
        if let frame {
            Self.add(frame.products, to: &products, keep)
        } else {
            for index in products.indices { products[index] *= keep }
        }
        energy = energy * keep + (frame?.energy ?? 0)
    }

    mutating func reset() {
        if !isEmpty { self = DelayCorrelation(forgetting: keep) }
    }

    private static func add(_ new: [Float], to sums: inout [Float], _ keep: Float) {
        unsafe new.withUnsafeBufferPointer { new in
            unsafe sums.withUnsafeMutableBufferPointer { sums in
                for index in 0..<delays { unsafe sums[index] = sums[index] * keep + new[index] }
            }
        }
    }

    /// The delay, in samples, that explains most of the sound, and how much: 0 to 1.
    var strongest: (delay: Int, share: Float) {
        let shares = unsafe [Float](unsafeUninitializedCapacity: Self.delays) { buffer, count in
            let scale = energy + Self.floor
            unsafe products.withUnsafeBufferPointer { products in
                unsafe powers.withUnsafeBufferPointer { powers in
                    for index in 0..<Self.delays {
                        unsafe buffer[index] =
                            products[index] * products[index] / ((powers[index] + Self.floor) * scale)
                    }
                }
            }
            count = Self.delays
        }
        var best = (delay: 0, share: Float(0))
        for delay in 0..<Self.delays where shares[Self.delays - 1 - delay] > best.share {
            best = (delay, shares[Self.delays - 1 - delay])
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
