import Audio
import Glibc
import Simulation
import Testing

@Suite("Resampling")
struct ResamplerTests {
    static let rates = [8_000, 12_000, 16_000, 22_050, 24_000, 44_100, 48_000]

    @Test("a tone keeps its loudness and its length at every pair of rates", arguments: rates, rates)
    func everyPair(source: Int, target: Int) {
        var resampler = Resampler(from: source, to: target)
        let output = run(&resampler, Tone.sine(1_000, rate: source, count: source / 2), piece: source / 50)
        #expect(abs(output.count - target / 2) <= 1)
        let steady = output.dropFirst(target / 10).prefix(target / 5)
        #expect(abs(Tone.amplitude(of: 1_000, in: steady, rate: target) - 8_000) < 40)
    }

    @Test("frames of 20 ms come out as frames of 20 ms", arguments: [8_000, 16_000, 24_000, 48_000])
    func frames(target: Int) {
        var resampler = Resampler(from: 48_000, to: target)
        for _ in 0..<50 {
            #expect(resampler.process([Int16](repeating: 5, count: 960)).count == target / 50)
        }
    }

    @Test(
        "what lies above the new half rate is filtered away",
        arguments: [(Resampler.Mode.polyphase, -75.0), (.polyphaseShort, -55.0)])
    func aliases(mode: Resampler.Mode, floor: Double) {
        for frequency in [9_000.0, 10_000, 12_000, 15_000, 20_000] {
            var resampler = Resampler(from: 48_000, to: 16_000, mode: mode)
            let output = run(
                &resampler, Tone.sine(frequency, rate: 48_000, count: 24_000, amplitude: 30_000), piece: 960)
            let level = decibels(Tone.loudness(output.dropFirst(800)) / (30_000 / 2.0.squareRoot()))
            #expect(level < floor, "\(frequency) Hz is at \(level) dB")
        }
    }

    @Test(
        "the band up to 85 % of the lower half rate passes within 1 dB",
        arguments: [(48_000, 16_000), (16_000, 48_000)])
    func passband(source: Int, target: Int) {
        for frequency in [200.0, 3_000, 5_000, 6_800] {
            var resampler = Resampler(from: source, to: target)
            let output = run(&resampler, Tone.sine(frequency, rate: source, count: source / 2), piece: source / 50)
            let steady = output.dropFirst(target / 10).prefix(target / 5)
            let gain = decibels(Tone.amplitude(of: frequency, in: steady, rate: target) / 8_000)
            #expect(abs(gain) < 1, "\(frequency) Hz: \(gain) dB")
        }
    }

    @Test("linear interpolation folds a high tone back, which is why it is not the default")
    func linear() {
        var resampler = Resampler(from: 48_000, to: 16_000, mode: .linear)
        let output = run(&resampler, Tone.sine(15_000, rate: 48_000, count: 24_000), piece: 960)
        #expect(Tone.amplitude(of: 1_000, in: output, rate: 16_000) > 7_000)
    }

    @Test("linear interpolation halves and doubles by hand-checked values")
    func linearValues() {
        var up = Resampler(from: 8_000, to: 16_000, mode: .linear)
        #expect(up.process([100, 200, 100]) == [100, 150, 200, 150, 100])
        var down = Resampler(from: 16_000, to: 8_000, mode: .linear)
        #expect(down.process([10, 20, 30, 40]) == [10, 30])
    }

    @Test("the pieces that a stream is cut into do not change its output", arguments: 0..<6)
    func pieces(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let pair = [(48_000, 16_000), (22_050, 16_000), (44_100, 48_000), (16_000, 24_000)].randomElement(
            using: &random)
        let (source, target) = pair ?? (48_000, 16_000)
        for mode in [Resampler.Mode.polyphase, .linear] {
            var (whole, cut) = (
                Resampler(from: source, to: target, mode: mode), Resampler(from: source, to: target, mode: mode)
            )
            let input = (0..<4_000).map { _ in Int16.random(in: -20_000...20_000, using: &random) }
            var output: [Int16] = []
            var rest = input[...]
            while !rest.isEmpty {
                let piece = rest.prefix(Int.random(in: 0...300, using: &random))
                rest = rest.dropFirst(piece.count)
                output += cut.process(Array(piece))
            }
            #expect(output == whole.process(input))
        }
    }

    @Test("flushing gives the tail that the filter holds")
    func flush() {
        var resampler = Resampler(from: 48_000, to: 16_000)
        var output = resampler.process([Int16](repeating: 0, count: 959) + [30_000])
        #expect(output.allSatisfy { abs($0) < 10 })
        output = resampler.flush()
        #expect((output.max() ?? 0) > 3_000)
    }

    @Test("full scale does not wrap around")
    func clipping() {
        var resampler = Resampler(from: 16_000, to: 48_000)
        let input = (0..<1_600).map { $0 / 40 % 2 == 0 ? Int16.max : Int16.min }
        let output = resampler.process(input)
        let edges = zip(output.dropFirst(100), output.dropFirst(101)).filter { ($0 < 0) != ($1 < 0) }.count
        #expect(abs(edges - 39) <= 2)
        #expect(output.contains(.max) && output.contains(.min))
    }

    private func run(_ resampler: inout Resampler, _ input: [Int16], piece: Int) -> [Int16] {
        stride(from: 0, to: input.count, by: piece).flatMap { start in
            resampler.process(Array(input[start..<min(start + piece, input.count)]))
        }
    }

    private func decibels(_ ratio: Double) -> Double { 20 * log10(max(ratio, 1e-9)) }
}
