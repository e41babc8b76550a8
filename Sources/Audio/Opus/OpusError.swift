/// Why libopus refused, or what it was asked for that it cannot do.
package enum OpusError: Error, Hashable, Sendable {
    /// libopus knows 8, 12, 16, 24 and 48 kHz only.
    case unsupportedRate(Int)
    /// A frame to encode must last exactly 20 ms.
    case frameSize(samples: Int, expected: Int)
    /// The packet is not Opus (RFC 6716, section 3.4), or is empty.
    case corruptPacket
    /// Any other failure, by libopus's own number.
    case failure(Int32)

    /// The rates that the codec works at.
    package static let rates = [8_000, 12_000, 16_000, 24_000, 48_000]
}
