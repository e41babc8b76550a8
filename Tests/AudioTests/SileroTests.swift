import Audio
import Foundation
import Simulation
import Testing

@Suite("Silero")
struct SileroTests {
    @Test("the probabilities are those of the reference implementation within 0.001")
    func reference() throws {
        let network = try Fixtures.network()
        for reference in try Fixtures.references() {
            let samples = try Fixtures.voice(reference.file).samples.map { Float($0) / 32_768 }
            var state = [Float](repeating: 0, count: 256)
            var padded = [Float](repeating: 0, count: 64) + samples
            for (index, expected) in reference.probabilities.enumerated() {
                let found = network.probability(of: Array(padded[..<576]), state: &state)
                padded.removeFirst(512)
                #expect(abs(found - expected) < 1e-3, "\(reference.file), window \(index)")
            }
        }
    }

    @Test("silence leads to the verdicts of sound that is hardly more, though only that is filtered")
    func silence() throws {
        let network = try Fixtures.network()
        var (silent, filtered) = ([Float](repeating: 0, count: 256), [Float](repeating: 0, count: 256))
        let zeros = [Float](repeating: 0, count: 576)
        var faint = zeros
        faint[300] = 0.1 / 32_768
        for _ in 0..<100 {
            let verdict = network.probability(of: zeros, state: &silent)
            #expect(abs(verdict - network.probability(of: faint, state: &filtered)) < 0.01)
        }
        #expect(silent != filtered)
    }

    @Test("what a codec makes of silence, two steps from zero at most, is silence")
    func codedSilence() throws {
        let network = try Fixtures.network()
        var random = SeededGenerator(seed: 5)
        var (silent, coded, noisy) = (SileroDetector(network), SileroDetector(network), SileroDetector(network))
        for _ in 0..<50 {
            let frame = (0..<320).map { _ in Int16.random(in: -2...2, using: &random) }
            #expect(coded.detect(frame) == silent.detect([Int16](repeating: 0, count: 320)))
            _ = noisy.detect(frame.map { $0 * 2 })
        }
        let end = [Int16](repeating: 0, count: 320)
        #expect(noisy.detect(end).score != silent.detect(end).score)
    }

    @Test("a network whose first kernels are no Fourier transform is refused")
    func transform() throws {
        let name = "stft_conv.weight"
        let file = try SafeTensors(
            tensors(#"{"\#(name)":{"dtype":"F32","shape":[258,1,256],"data_offsets":[0,264192]}}"#, data: 264_192))
        #expect(throws: ModelFileError.malformed("tensor \(name) is no Fourier transform")) {
            _ = try SileroNetwork(file)
        }
    }

    @Test(
        "an utterance is found whole, once, and its onset within 120 ms",
        arguments: ["dt1-fl-slt.wav", "loc2-fe-slt.wav"])
    func utterance(file: String) throws {
        let voice = try Fixtures.voice(file).samples + [Int16](repeating: 0, count: 16_000 * 2)
        // The first frame that the rule of energy calls speech: these recordings have no noise.
        let frames = stride(from: 0, to: voice.count - 319, by: 320).map { Array(voice[$0..<($0 + 320)]) }
        let onset = try #require(frames.firstIndex { LevelMeter.rootMeanSquare($0) > 0.004 })
        var detector = SileroDetector(try Fixtures.network())
        var counter = SpeechCounter(detector.profile)
        var (starts, ends): ([Int], [Int]) = ([], [])
        for (index, frame) in frames.enumerated() {
            switch counter.step(frame, detector.detect(frame), agentSpeaks: false) {
            case .started: starts.append(index)
            case .ended: ends.append(index)
            default: break
            }
        }
        #expect(starts.count == 1 && ends.count == 1)
        #expect(try #require(starts.first) - onset <= 6)
        #expect(try #require(ends.first) > 60 + onset)
    }

    @Test("steady noise never begins an utterance, though it is above the threshold of energy")
    func noise() throws {
        var random = SeededGenerator(seed: 3)
        var silero = SileroDetector(try Fixtures.network())
        var energy = EnergyDetector()
        for _ in 0..<150 {
            let frame = (0..<320).map { _ in Int16.random(in: -1_500...1_500, using: &random) }
            #expect(!silero.detect(frame).isSpeech)
            #expect(energy.detect(frame).isSpeech)
        }
    }

    @Test("two calls share the weights and nothing else; a reset forgets the voice")
    func independence() throws {
        let network = try Fixtures.network()
        let voice = try Fixtures.voice("loc2-fe-slt.wav").samples
        var (left, right) = (SileroDetector(network), SileroDetector(network))
        var first: [Float] = []
        for start in stride(from: 0, to: 16_000, by: 320) {
            first.append(left.detect(Array(voice[start..<(start + 320)])).score)
            _ = right.detect([Int16](repeating: 0, count: 320))
        }
        right.reset()
        let second = stride(from: 0, to: 16_000, by: 320).map { right.detect(Array(voice[$0..<($0 + 320)])).score }
        #expect(first == second)
    }

    @Test("a file that is not there is an error with its path")
    func absent() {
        #expect(throws: ModelFileError.unreadable(path: "/nowhere/weights")) {
            _ = try SileroNetwork(path: "/nowhere/weights")
        }
    }

    @Test("a file without the network's tensors names the first that is missing")
    func missing() throws {
        let file = try SafeTensors(tensors(#"{"other":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, data: 4))
        #expect(throws: ModelFileError.missingTensor("stft_conv.weight")) { _ = try SileroNetwork(file) }
    }

    @Test("tensors of another shape or type, or outside the file, are refused")
    func shapes() throws {
        let header = """
            {"__metadata__":{"format":"pt"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},
            "b":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"c":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},
            "d":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]},"e":{"dtype":"F32","shape":[2],"data_offsets":[]}}
            """
        let file = try SafeTensors(tensors(header, data: 12))
        #expect(try file.floats("a", shape: [2]) == [0, 0])
        #expect(throws: ModelFileError.unexpectedShape(tensor: "a", found: [2], expected: [1, 2])) {
            try file.floats("a", shape: [1, 2])
        }
        #expect(throws: ModelFileError.unexpectedType(tensor: "b", found: "F16")) { try file.floats("b", shape: [2]) }
        for name in ["c", "d", "e"] {
            #expect(throws: ModelFileError.malformed("tensor \(name) lies outside the file")) {
                try file.floats(name, shape: [2])
            }
        }
    }

    @Test("every truncation of a file, and random bytes, are refused or read without a trap")
    func hostile() throws {
        let whole = tensors(#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, data: 8)
        for count in 0..<whole.count {
            let file = try? SafeTensors(whole.prefix(count))
            #expect((try? file?.floats("a", shape: [2])) == nil)
        }
        var random = SeededGenerator(seed: 1)
        for _ in 0..<300 {
            var bytes = whole
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = try? SafeTensors(bytes).floats("a", shape: [2])
        }
    }

    private func tensors(_ header: String, data: Int) -> Data {
        let size = UInt64(header.utf8.count)
        return Data((0..<8).map { UInt8(truncatingIfNeeded: size >> (8 * $0)) } + Array(header.utf8))
            + Data(count: data)
    }
}
