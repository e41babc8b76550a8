/// A phrase that recurs, as sound and as the packets made of it: said again, it costs neither a synthesiser nor an encoder.
///
/// The packets are those of a fresh encoder, 20 ms each, the last padded with silence. They belong together: a decoder is
/// to get them in order and from the first. The samples serve wherever that cannot be.
package struct EncodedPhrase: Hashable, Sendable {
    /// Samples a second.
    package let rate: Int
    package let samples: [Int16]
    package let packets: [[UInt8]]

    package init(_ samples: [Int16], rate: Int) throws(OpusError) {
        var encoder = try OpusEncoder(OpusEncoder.Configuration(rate: rate))
        let size = AudioFrame.sampleCount(at: rate)
        var packets: [[UInt8]] = []
        packets.reserveCapacity((samples.count + size - 1) / size)
        for start in stride(from: 0, to: samples.count, by: size) {
            let part = samples[start..<min(start + size, samples.count)]
            packets.append(try encoder.encode(Array(part) + [Int16](repeating: 0, count: size - part.count)))
        }
        self.rate = rate
        self.samples = samples
        self.packets = packets
    }

    /// The memory it takes, for whoever bounds a cache.
    package var byteCount: Int { samples.count * 2 + packets.reduce(0) { $0 + $1.count + 32 } }

    package var duration: Duration { AudioFrame.duration(of: samples.count, rate: rate) }
}
