import Timing

/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed, the same numbers.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// True with this probability, from 0 to 1. Always draws one number.
    package mutating func chance(_ probability: Double) -> Bool {
        Double(next() >> 11) / Double(1 << 53 as UInt64) < probability
    }

    package mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
    }

    /// One of these, each as likely; there must be one.
    package mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(next() % UInt64(elements.count))]
    }

    /// A duration from zero to `limit`, both included.
    package mutating func duration(upTo limit: Duration) -> Duration {
        limit > .zero ? .nanoseconds(Int64.random(in: 0...limit.nanoseconds, using: &self)) : .zero
    }
}
