import Audio
import Simulation
import Testing

@Suite("Echo of ourselves")
struct EchoGaugeTests {
    private let agent: [Int16]

    init() throws {
        agent = try ["svc1-fl-slt", "td2-fl-rms", "x1-fe-slt"].flatMap { try Callers.voice($0) }
    }

    /// What comes back of the agent: later, a tenth as loud, without the low and the high, with some noise.
    private func echo(delay milliseconds: Int, seed: UInt64 = 1) -> [Float] {
        var random = SeededGenerator(seed: seed)
        let late = [Int16](repeating: 0, count: 16 * milliseconds) + agent
        var (low, dark): (Float, Float) = (0, 0)
        return late.prefix(agent.count).map { sample in
            low += (Float(sample) - low) * 0.1
            dark += (Float(sample) - low - dark) * 0.6
            return dark * 0.1 + Float.random(in: -8...8, using: &random)
        }
    }

    private func likelihoods(of heard: [Float]) -> [Float] {
        var gauge = EchoGauge()
        return stride(from: 0, to: min(heard.count, agent.count) - 319, by: 320).map { start in
            gauge.played(Array(agent[start..<(start + 320)]), rate: 16_000)
            gauge.heard(heard[start..<(start + 320)].map { Int16(max(-32_768, min(32_767, $0))) })
            return gauge.likelihood
        }
    }

    private func level(_ sound: [Float], _ frame: Int) -> Float {
        LevelMeter.decibels(sound[(frame * 320)..<(frame * 320 + 320)].map { Int16(max(-32_768, min(32_767, $0))) })
    }

    @Test("an echo is known for one after a second, whatever its delay", arguments: [20, 90, 180, 330, 560])
    func delays(milliseconds: Int) {
        let heard = echo(delay: milliseconds)
        let found = likelihoods(of: heard).enumerated().dropFirst(60).filter { level(heard, $0.offset) > -50 }
        let share = Double(found.count { $0.element >= 0.7 }) / Double(found.count)
        #expect(found.count > 150 && share > 0.85, "\(share)")
    }

    @Test(
        "somebody else's voice is no echo, though we speak at the same time", arguments: ["ph2-fl-rms", "loc2-fe-slt"])
    func stranger(name: String) throws {
        let found = likelihoods(of: try Callers.voice(name).map(Float.init))
        let share = Double(found.count { $0 >= 0.7 }) / Double(found.count)
        #expect(share < 0.02, "\(share)")
    }

    @Test(
        "a caller 6 dB louder than the echo is told from it within 200 ms", arguments: ["svc3-fe-slt", "yes3-fl-rms"])
    func doubleTalk(name: String) throws {
        var heard = echo(delay: 180)
        let voice = try Callers.voice(name)
        let onset = try #require(
            stride(from: 0, to: voice.count, by: 320).first { LevelMeter.decibels(Array(voice[$0..<($0 + 320)])) > -40 }
        )
        let spoken = voice[onset...].prefix(16_000).map(Float.init)
        let power = { (sound: ArraySlice<Float>) in sound.reduce(0) { $0 + $1 * $1 } / Float(sound.count) }
        let start = 320 * 150
        let gain = (4 * power(heard[start..<(start + spoken.count)]) / power(spoken[...])).squareRoot()
        for (index, sample) in spoken.enumerated() { heard[start + index] += gain * sample }
        let found = likelihoods(of: heard)
        #expect(found[150..<160].contains { $0 < 0.3 }, "\(found[145..<170])")
    }

    @Test("silence of either side is no echo, and frames of any size do no harm")
    func silence() throws {
        var gauge = EchoGauge()
        for count in [0, 1, 319, 320, 321, 5_000] {
            gauge.played([Int16](repeating: 900, count: count), rate: 24_000)
            gauge.heard([Int16](repeating: .max, count: count))
        }
        gauge.reset()
        for _ in 0..<100 {
            gauge.played(nil, rate: 24_000)
            gauge.heard(Tone.square(3_000))
        }
        #expect(gauge.likelihood == 0)
    }
}
