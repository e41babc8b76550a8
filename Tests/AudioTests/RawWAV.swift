/// A WAV file of any kind, with one `fmt ` chunk and one `data` chunk.
struct RawWAV {
    var format: UInt16 = 1
    var channels: UInt16 = 1
    var rate: UInt32 = 16_000
    var bits: UInt16 = 16
    var data: [UInt8] = [1, 0, 2, 0]

    var bytes: [UInt8] {
        var chunk: [UInt8] = []
        for value in [format, channels] { chunk += Self.little(UInt32(value), 2) }
        chunk += Self.little(rate, 4) + Self.little(rate * 2, 4) + Self.little(2, 2) + Self.little(UInt32(bits), 2)
        return Array("RIFF".utf8) + Self.little(UInt32(36 + data.count), 4) + Array("WAVEfmt ".utf8)
            + Self.little(16, 4) + chunk + Array("data".utf8) + Self.little(UInt32(data.count), 4) + data
    }

    /// The lowest `count` bytes of a number, the lowest first.
    static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
