/// A WAV file of 16-bit PCM, as mono: the two sides of a stereo file are averaged.
package struct WAVFile: Hashable, Sendable {
    package var samples: [Int16]
    /// Samples a second.
    package var rate: Int

    package init(samples: [Int16], rate: Int) {
        self.samples = samples
        self.rate = rate
    }

    /// The file's bytes: a canonical header of 44 bytes, then the samples.
    package func serialized() -> [UInt8] {
        let size = UInt32(clamping: samples.count * 2)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(44 + samples.count * 2)
        bytes += Array("RIFF".utf8)
        Self.append(size + 36, to: &bytes)
        bytes += Array("WAVEfmt ".utf8)
        Self.append(UInt32(16), to: &bytes)
        Self.append(UInt16(1), to: &bytes)
        Self.append(UInt16(1), to: &bytes)
        Self.append(UInt32(rate), to: &bytes)
        Self.append(UInt32(rate * 2), to: &bytes)
        Self.append(UInt16(2), to: &bytes)
        Self.append(UInt16(16), to: &bytes)
        bytes += Array("data".utf8)
        Self.append(size, to: &bytes)
        for sample in samples { Self.append(UInt16(bitPattern: sample), to: &bytes) }
        return bytes
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        var rest = value
        for _ in 0..<(value.bitWidth / 8) {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }
}
