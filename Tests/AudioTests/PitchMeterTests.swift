import Audio
import Simulation
import Testing

@Suite("Pitch")
struct PitchMeterTests {
    @Test("a voice's fundamental is found within 3 %", arguments: [90.0, 120, 180, 240, 330])
    func harmonics(frequency: Double) throws {
        let parts = (1...5).map {
            Tone.sine(frequency * Double($0), rate: 16_000, count: 1_600, amplitude: 4_000 / Double($0))
        }
        let sound = (0..<1_600).map { index in parts.reduce(Int16(0)) { $0 + $1[index] } }
        var meter = PitchMeter()
        for start in stride(from: 0, to: 1_600, by: 320) { meter.append(Array(sound[start..<(start + 320)])) }
        let pitch = try #require(meter.pitch)
        #expect(abs(Double(pitch) - frequency) < frequency * 0.03)
    }

    @Test("silence and noise have none, and frames of any size do no harm")
    func none() {
        var random = SeededGenerator(seed: 4)
        var meter = PitchMeter()
        #expect(meter.pitch == nil)
        meter.append((0..<320 * 3).map { _ in Int16.random(in: -5_000...5_000, using: &random) })
        #expect(meter.pitch == nil)
        for count in [0, 1, 3, 20_000] { meter.append([Int16](repeating: .min, count: count)) }
        _ = meter.pitch
    }
}
