import Audio
import Glibc
import Simulation
import Testing

@Suite("Keys of a telephone")
struct ToneDetectorTests {
    private static let keys = Array("123A456B789C*0#D")
    private static let low = [697.0, 770, 852, 941]
    private static let high = [1_209.0, 1_336, 1_477, 1_633]

    private func tone(
        _ key: Character, milliseconds: Int, twist decibels: Double = 0, detune: Double = 0
    ) -> [Int16] {
        guard let place = Self.keys.firstIndex(of: key) else { return [] }
        let factor = pow(10, decibels / 20)
        let low = Tone.sine(
            Self.low[place / 4] * (1 + detune), rate: 16_000, count: 16 * milliseconds, amplitude: 5_000)
        let high = Tone.sine(
            Self.high[place % 4] * (1 + detune), rate: 16_000, count: 16 * milliseconds, amplitude: 5_000 * factor)
        return zip(low, high).map { $0 + $1 }
    }

    private func silence(_ milliseconds: Int) -> [Int16] { [Int16](repeating: 0, count: 16 * milliseconds) }

    private func heard(_ sound: [Int16], frame: Int = 320) -> String {
        var detector = ToneDetector()
        return String(
            stride(from: 0, to: sound.count, by: frame).compactMap { start in
                detector.detect(Array(sound[start..<min(sound.count, start + frame)]))
            })
    }

    @Test(
        "every key of 40 ms with pauses of 40 ms is heard once, wherever the frames lie", arguments: [0, 3, 7, 11, 16])
    func keys(offset: Int) {
        let sound = silence(40 + offset) + Self.keys.flatMap { tone($0, milliseconds: 40) + silence(40) }
        #expect(heard(sound) == String(Self.keys))
        #expect(heard(sound, frame: 97) == String(Self.keys))
    }

    @Test("a key held long is one key, also through a gap of 10 ms; pressed again it is two")
    func holding() {
        #expect(heard(tone("5", milliseconds: 2_000) + silence(100)) == "5")
        let gap = tone("5", milliseconds: 100) + silence(10) + tone("5", milliseconds: 100) + silence(60)
        #expect(heard(gap) == "5")
        #expect(heard(tone("5", milliseconds: 60) + silence(50) + tone("5", milliseconds: 60) + silence(50)) == "55")
    }

    @Test("tones within Q.24's twist and tolerance are keys, others are not")
    func limits() {
        for key in Self.keys {
            for twist in [-7.0, 3] { #expect(heard(tone(key, milliseconds: 60, twist: twist)) == String(key)) }
            for twist in [-14.0, 10] { #expect(heard(tone(key, milliseconds: 60, twist: twist)) == "") }
            for detune in [-0.015, 0.015] {
                #expect(heard(tone(key, milliseconds: 60, detune: detune)) == String(key), "\(key) \(detune)")
            }
        }
        #expect(heard(tone("7", milliseconds: 20) + silence(40)) == "")
        #expect(heard(tone("7", milliseconds: 60).map { $0 / 250 }) == "")
        #expect(heard(Tone.sine(770, rate: 16_000, count: 16_000)) == "")
    }

    @Test("keys are heard in noise 15 dB below them")
    func noise() {
        var random = SeededGenerator(seed: 8)
        let sound = Self.keys.flatMap { tone($0, milliseconds: 60) + silence(60) }
        let noisy = sound.map { $0 &+ Int16.random(in: -1_500...1_500, using: &random) }
        #expect(heard(noisy) == String(Self.keys))
    }

    @Test("the sound is a tone's while a key is held, and is not afterwards")
    func isTone() {
        var detector = ToneDetector()
        _ = detector.detect(tone("9", milliseconds: 100))
        #expect(detector.isTone)
        _ = detector.detect(silence(100))
        #expect(!detector.isTone)
        _ = detector.detect([])
        detector.reset()
        #expect(!detector.isTone)
    }

    @Test("a voice is no key", arguments: ["dt1-fl-slt.wav", "loc2-fe-slt.wav"])
    func talkOff(file: String) throws {
        #expect(heard(try Fixtures.voice(file).samples) == "")
    }

    @Test(
        "no caller, no sound of listening and no noise presses a key, however loud or far off",
        arguments: [1, 8] as [Int16])
    func talkOffOfAll(divisor: Int16) throws {
        let voices = try Callers.all() + Callers.others() + [Callers.crowd(of: 6, seconds: 20, seed: 2)]
        #expect(voices.count > 70)
        for voice in voices { #expect(heard(voice.map { $0 / divisor }) == "") }
        for name in ["white", "pink", "hum", "music", "knock", "cough", "babble"] {
            #expect(heard(try Callers.noise(name).map { $0 / divisor }) == "", "\(name)")
        }
    }
}
