@testable import Speech
import Testing

@Suite("A provider's sound is read however it is cut")
struct SampleReaderTests {
    private func read(_ bytes: [UInt8], cut: Int) -> Result<[Int16], SpeechError> {
        var reader = SampleReader()
        var samples: [Int16] = []
        do throws(SpeechError) {
            for start in stride(from: 0, to: bytes.count, by: cut) {
                samples += try reader.add(Array(bytes[start..<min(bytes.count, start + cut)]))
            }
            return .success(samples + reader.finish())
        } catch {
            return .failure(error)
        }
    }

    /// A file whose format has so many bytes, and whose samples are 1 to 4.
    private func file(format size: Int) -> [UInt8] {
        let format: [UInt8] = [1, 0, 1, 0, 0xC0, 0x5D, 0, 0, 0x80, 0xBB, 0, 0, 2, 0, 16, 0, 0, 0, 0, 0]
        return Array("RIFF".utf8) + [0, 0, 0, 0] + Array("WAVEfmt ".utf8) + [UInt8(size), 0, 0, 0]
            + format.prefix(size) + Array("data".utf8) + [8, 0, 0, 0, 1, 0, 2, 0, 3, 0, 4, 0]
    }

    @Test("a file with a format of any length gives its samples", arguments: [16, 18, 20])
    func whole(size: Int) {
        let bytes = file(format: size)
        for cut in 1...bytes.count { #expect(read(bytes, cut: cut) == .success([1, 2, 3, 4])) }
    }

    @Test("a format that is too short is refused, and never read from what comes behind it", arguments: [0, 2, 8, 14])
    func short(size: Int) {
        let bytes = file(format: size)
        for cut in 1...bytes.count { #expect(read(bytes, cut: cut) == .failure(.malformed("the sound has no format"))) }
    }
}
