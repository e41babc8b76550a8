/// The 96 random bits that join a STUN response to its request (RFC 8489, section 5).
package struct TransactionID: Hashable, Sendable {
    package var high: UInt32
    package var low: UInt64

    package init(high: UInt32, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// From a generator that cannot be guessed, outside of tests.
    package static func random(using generator: inout some RandomNumberGenerator) -> TransactionID {
        TransactionID(high: UInt32(truncatingIfNeeded: generator.next()), low: generator.next())
    }
}
