import Simulation
import Testing

@testable import Audio

@Suite("Time-scale modification")
struct TimeStretchTests {
    @Test("a voiced sound loses or gains whole periods of its pitch", arguments: [100.0, 160, 250, 320])
    func periods(frequency: Double) {
        var stretch = TimeStretch(rate: 16_000)
        let sound = Tone.sine(frequency, rate: 16_000, count: 640)
        var (shorter, longer) = (sound, sound)
        let removed = stretch.shorten(&shorter, .calm)
        let inserted = stretch.lengthen(&longer, .calm)
        #expect(removed > 0 && shorter.count == 640 - removed)
        #expect(inserted > 0 && longer.count == 640 + inserted)
        for change in [removed, inserted] {
            let periods = Double(change) * frequency / 16_000
            #expect(abs(periods - periods.rounded()) < 0.05)
        }
    }

    @Test("noise is left alone unless it is urgent")
    func noise() {
        var stretch = TimeStretch(rate: 16_000)
        var random = SeededGenerator(seed: 1)
        let noise = (0..<320).map { _ in Int16.random(in: -9_000...9_000, using: &random) }
        var samples = noise
        #expect(stretch.shorten(&samples, .calm) == 0 && stretch.lengthen(&samples, .pressing) == 0)
        #expect(samples == noise)
        #expect(stretch.shorten(&samples, .extreme) > 0)
    }

    @Test("silence is cut and repeated by as much as there is")
    func silence() {
        var stretch = TimeStretch(rate: 16_000)
        var samples = [Int16](repeating: 0, count: 320)
        #expect(stretch.lengthen(&samples, .calm) == 160)
        #expect(samples.count == 480)
        #expect(stretch.shorten(&samples, .calm) == 240)
    }

    @Test("whatever the sound and however little of it, the counts are right", arguments: OpusError.rates)
    func anything(rate: Int) {
        var random = SeededGenerator(seed: 5)
        var stretch = TimeStretch(rate: rate)
        for _ in 0..<200 {
            let count = Int.random(in: 0...(rate / 20), using: &random)
            let sound = (0..<count).map { _ in Int16.random(in: .min ... .max, using: &random) }
            var samples = sound
            let removed = stretch.shorten(&samples, .extreme)
            #expect(samples.count == count - removed)
            let inserted = stretch.lengthen(&samples, .extreme)
            #expect(samples.count == count - removed + inserted)
        }
    }
}
