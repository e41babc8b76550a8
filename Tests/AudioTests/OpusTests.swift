import Audio
import Foundation
import Simulation
import Testing

@Suite("Opus")
struct OpusTests {
    @Test("a tone survives the codec at every pair of rates", arguments: OpusError.rates, OpusError.rates)
    func roundTrip(encodes: Int, decodes: Int) throws {
        var encoder = try OpusEncoder(.init(rate: encodes))
        var decoder = try OpusDecoder(rate: decodes)
        let tone = Tone.sine(440, rate: encodes, count: encodes)
        var heard: [Int16] = []
        for start in stride(from: 0, to: tone.count, by: encodes / 50) {
            let packet = try encoder.encode(Array(tone[start..<(start + encodes / 50)]))
            #expect(OpusPacket.ticks(of: packet) == 960)
            let samples = try decoder.decode(packet)
            #expect(samples.count == decodes / 50)
            heard += samples
        }
        let steady = heard.dropFirst(decodes / 2)
        #expect(abs(Tone.amplitude(of: 440, in: steady, rate: decodes) - 8_000) < 1_200)
    }

    @Test("a lost packet is concealed by sound of the same length")
    func concealment() throws {
        var encoder = try OpusEncoder(.init(rate: 16_000))
        var decoder = try OpusDecoder()
        let tone = Tone.sine(300, rate: 16_000, count: 3_200)
        for start in stride(from: 0, to: tone.count, by: 320) {
            _ = try decoder.decode(encoder.encode(Array(tone[start..<(start + 320)])))
        }
        let concealed = try decoder.decode(nil)
        #expect(concealed.count == 320)
        #expect(Tone.loudness(concealed) > 2_000)
    }

    @Test("the copy that the next packet carries is nearer to the lost one than concealment is")
    func forwardErrorCorrection() throws {
        let voice = try Fixtures.voice("loc2-fe-slt.wav").samples
        var encoder = try OpusEncoder(.init(rate: 16_000, bitrate: 32_000, expectedLoss: 25))
        let packets = try stride(from: 0, to: voice.count - 319, by: 320).map { start in
            try encoder.encode(Array(voice[start..<(start + 320)]))
        }
        var errors = (recovered: 0.0, concealed: 0.0)
        for lost in stride(from: 20, to: packets.count - 1, by: 4) {
            var whole = try OpusDecoder()
            var repaired = try OpusDecoder()
            var guessed = try OpusDecoder()
            for packet in packets[..<lost] {
                _ = try whole.decode(packet)
                _ = try repaired.decode(packet)
                _ = try guessed.decode(packet)
            }
            let truth = try whole.decode(packets[lost])
            errors.recovered += difference(truth, try repaired.recover(from: packets[lost + 1]))
            errors.concealed += difference(truth, try guessed.decode(nil))
        }
        #expect(errors.recovered < errors.concealed * 0.8)
    }

    private func difference(_ left: [Int16], _ right: [Int16]) -> Double {
        zip(left, right).reduce(0) { $0 + abs(Double($1.0) - Double($1.1)) }
    }

    @Test(
        "a voice encoded while it is spoken comes out no further from the original than with the defaults",
        arguments: ["dt1-fl-slt.wav", "loc2-fe-slt.wav"])
    func spoken(file: String) throws {
        let voice = try Fixtures.voice(file).samples
        let usual = try distance(of: voice, through: OpusEncoder.Configuration(rate: 16_000))
        let spoken = try distance(of: voice, through: .spoken(rate: 16_000))
        #expect(spoken <= usual && usual < 6, "\(spoken) dB, \(usual) dB")
    }

    /// How far the sound lies from the original: the root mean square, in decibels, over tones a third of an octave apart
    /// in the loud parts.
    private func distance(of voice: [Int16], through settings: OpusEncoder.Configuration) throws -> Double {
        var encoder = try OpusEncoder(settings)
        var decoder = try OpusDecoder()
        var heard: [Int16] = []
        for start in stride(from: 0, to: voice.count - 319, by: 320) {
            heard += try decoder.decode(encoder.encode(Array(voice[start..<(start + 320)])))
        }
        let late = encoder.delay * settings.rate / 48_000
        let tones = (0..<16).map { 200 * pow(2, Double($0) / 3) }
        var (sum, count) = (0.0, 0.0)
        for start in stride(from: 0, to: heard.count - late - 512, by: 512) {
            let (said, came) = (voice[start..<(start + 512)], heard[(start + late)..<(start + late + 512)])
            guard Tone.loudness(said) > 500 else { continue }
            for tone in tones {
                let (left, right) = (
                    Tone.amplitude(of: tone, in: said, rate: 16_000), Tone.amplitude(of: tone, in: came, rate: 16_000)
                )
                let difference = 20 * log10((right + 4) / (left + 4))
                (sum, count) = (sum + difference * difference, count + 1)
            }
        }
        return (sum / count).squareRoot()
    }

    @Test("a rate that libopus does not know is refused by name", arguments: [0, 11_025, 22_050, 44_100])
    func rates(rate: Int) {
        #expect(throws: OpusError.unsupportedRate(rate)) { _ = try OpusDecoder(rate: rate) }
        #expect(throws: OpusError.unsupportedRate(rate)) { _ = try OpusEncoder(.init(rate: rate)) }
    }

    @Test("a setting out of range is refused")
    func settings() {
        #expect(throws: OpusError.self) { _ = try OpusEncoder(.init(complexity: 11)) }
        #expect(throws: OpusError.self) { _ = try OpusEncoder(.init(expectedLoss: 101)) }
    }

    @Test("a frame that does not last 20 ms is refused", arguments: [0, 319, 321, 960])
    func frameSize(count: Int) throws {
        #expect(throws: OpusError.frameSize(samples: count, expected: 320)) {
            var encoder = try OpusEncoder(.init(rate: 16_000))
            _ = try encoder.encode([Int16](repeating: 0, count: count))
        }
    }

    @Test("whatever the bytes are, decoding ends in samples or in an error", arguments: 0..<8)
    func hostile(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var decoder = try OpusDecoder()
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...90, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if let samples = try? decoder.decode(bytes) { #expect((1...1_920).contains(samples.count)) }
            _ = try? decoder.recover(from: bytes)
            if let ticks = OpusPacket.ticks(of: bytes) { #expect((1...5_760).contains(ticks)) }
        }
        #expect(try decoder.decode(nil).count > 0)
    }

    @Test("the length of a packet is read from its first bytes")
    func ticks() {
        #expect(OpusPacket.ticks(of: []) == nil)
        #expect(OpusPacket.ticks(of: [0x08]) == 960)  // SILK, 20 ms
        #expect(OpusPacket.ticks(of: [0x18]) == 2_880)  // SILK, 60 ms
        #expect(OpusPacket.ticks(of: [0x79]) == 1_920)  // hybrid, two frames of 20 ms
        #expect(OpusPacket.ticks(of: [0xE0]) == 120)  // CELT, 2.5 ms
        #expect(OpusPacket.ticks(of: [0xFB]) == nil)  // the count is missing
        #expect(OpusPacket.ticks(of: [0xFB, 0x06]) == 5_760)
        #expect(OpusPacket.ticks(of: [0xFB, 0x07]) == nil)  // longer than 120 ms
    }
}
