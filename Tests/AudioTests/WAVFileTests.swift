import Audio
import Testing

@Suite("WAV files")
struct WAVFileTests {
    /// A file with one `fmt ` chunk and one `data` chunk.
    private func file(
        format: UInt16 = 1, channels: UInt16 = 1, rate: UInt32 = 16_000, bits: UInt16 = 16,
        data: [UInt8] = [1, 0, 2, 0]
    ) -> [UInt8] {
        var chunk: [UInt8] = []
        for value in [format, channels] { chunk += little(UInt32(value), 2) }
        chunk += little(rate, 4) + little(rate * 2, 4) + little(2, 2) + little(UInt32(bits), 2)
        return Array("RIFF".utf8) + little(UInt32(36 + data.count), 4) + Array("WAVEfmt ".utf8) + little(16, 4) + chunk
            + Array("data".utf8) + little(UInt32(data.count), 4) + data
    }

    private func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    @Test("what is written reads back the same", arguments: [8_000, 16_000, 22_050, 44_100, 48_000])
    func roundTrip(rate: Int) throws {
        let original = WAVFile(samples: [0, 1, -1, .max, .min, 1_234], rate: rate)
        #expect(try WAVFile(original.serialized()) == original)
    }

    @Test("the two sides of a stereo file are averaged")
    func stereo() throws {
        let data: [UInt8] = little(100, 2) + little(300, 2) + little(0x8000, 2) + little(0x8000, 2)
        #expect(try WAVFile(file(channels: 2, data: data)).samples == [200, .min])
    }

    @Test("chunks that are not needed are passed over, odd ones with their padding")
    func otherChunks() throws {
        var bytes = file()
        bytes.insert(contentsOf: Array("LIST".utf8) + little(3, 4) + [1, 2, 3, 0], at: 12)
        #expect(try WAVFile(bytes).samples == [1, 2])
    }

    @Test("a recording that was cut short, with an open length, is read as far as it goes")
    func openEnded() throws {
        var bytes = file()
        bytes.replaceSubrange(40..<44, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(try WAVFile(bytes).samples == [1, 2])
    }

    @Test("every wrong kind of file is refused by name")
    func refusals() {
        let cases: [([UInt8], WAVError)] = [
            (Array("ID3 not a wave file".utf8), .notWAV), ([], .notWAV),
            (file(format: 3), .unsupportedFormat(3)), (file(format: 7), .unsupportedFormat(7)),
            (file(bits: 24), .unsupportedDepth(bits: 24)), (file(bits: 8), .unsupportedDepth(bits: 8)),
            (file(channels: 6), .unsupportedChannels(6)), (file(channels: 0), .unsupportedChannels(0)),
            (file(rate: 0), .unsupportedRate(0)), (file(data: []), .empty), (Array(file().dropLast(2)), .truncated),
            (Array(file().prefix(36)), .missingChunk("data")), (Array(file().prefix(12)), .truncated),
        ]
        for (bytes, error) in cases {
            #expect(throws: error) { try WAVFile(bytes) }
            #expect(!error.description.isEmpty)
        }
    }

    @Test("no truncation and no change of a byte traps")
    func hostile() throws {
        let whole = file(channels: 2, data: [1, 2, 3, 4, 5, 6, 7, 8])
        for count in 0..<whole.count { #expect(throws: WAVError.self) { try WAVFile(Array(whole.prefix(count))) } }
        var random = SeededGenerator(seed: 9)
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? WAVFile(bytes)
        }
    }
}
