import Audio
import Simulation
import Testing

@Suite("WAV files")
struct WAVFileTests {
    @Test("what is written reads back the same", arguments: [8_000, 16_000, 22_050, 44_100, 48_000])
    func roundTrip(rate: Int) throws {
        let original = WAVFile(samples: [0, 1, -1, .max, .min, 1_234], rate: rate)
        #expect(try WAVFile(original.serialized()) == original)
    }

    @Test("the two sides of a stereo file are averaged")
    func stereo() throws {
        let data = [100, 300, 0x8000, 0x8000].flatMap { RawWAV.little($0, 2) }
        #expect(try WAVFile(RawWAV(channels: 2, data: data).bytes).samples == [200, .min])
    }

    @Test("chunks that are not needed are passed over, odd ones with their padding")
    func otherChunks() throws {
        var bytes = RawWAV().bytes
        bytes.insert(contentsOf: Array("LIST".utf8) + RawWAV.little(3, 4) + [1, 2, 3, 0], at: 12)
        #expect(try WAVFile(bytes).samples == [1, 2])
    }

    @Test("a recording that was cut short, with an open length, is read as far as it goes")
    func openEnded() throws {
        var bytes = RawWAV().bytes
        bytes.replaceSubrange(40..<44, with: [0xFF, 0xFF, 0xFF, 0xFF])
        #expect(try WAVFile(bytes).samples == [1, 2])
    }

    @Test("every wrong kind of file is refused by name")
    func refusals() {
        let cases: [([UInt8], WAVError)] = [
            (Array("ID3 not a wave file".utf8), .notWAV), ([], .notWAV),
            (RawWAV(format: 3).bytes, .unsupportedFormat(3)), (RawWAV(format: 7).bytes, .unsupportedFormat(7)),
            (RawWAV(bits: 24).bytes, .unsupportedDepth(bits: 24)), (RawWAV(bits: 8).bytes, .unsupportedDepth(bits: 8)),
            (RawWAV(channels: 6).bytes, .unsupportedChannels(6)), (RawWAV(channels: 0).bytes, .unsupportedChannels(0)),
            (RawWAV(rate: 0).bytes, .unsupportedRate(0)), (RawWAV(data: []).bytes, .empty),
            (RawWAV().bytes.dropLast(2), .truncated), (Array(RawWAV().bytes.prefix(36)), .missingChunk("data")),
            (Array(RawWAV().bytes.prefix(12)), .truncated),
        ]
        for (bytes, error) in cases {
            #expect(throws: error) { try WAVFile(bytes) }
            #expect(!error.description.isEmpty)
        }
    }

    @Test("no truncation and no change of a byte traps")
    func hostile() throws {
        let whole = RawWAV(channels: 2, data: [1, 2, 3, 4, 5, 6, 7, 8]).bytes
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
