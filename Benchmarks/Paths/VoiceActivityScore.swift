import Audio
import Foundation

/// How well voices are found in noise: our detector against the plain Silero network (two windows, 0.5 and 0.35) on the
/// same scenes. Prints the table; the figure is the least lead over the plain network at any signal-to-noise ratio.
struct VoiceActivityScore {
    private static let ratios = [30.0, 20, 10, 5, 0]

    /// Frames, counted.
    private struct Tally {
        var (found, said, right) = (0, 0, 0)
        /// From the first frame of speech to the first verdict, in milliseconds.
        var onsets: [Double] = []
        /// Starts in noise, and how many frames of noise there were before the speech.
        var (falseStarts, noiseFrames) = (0, 0)

        var score: Double { 200 * Double(right) / Double(max(1, found + said)) }
        var falseStartsPerMinute: Double { Double(falseStarts) * 3_000 / Double(max(1, noiseFrames)) }

        mutating func add(_ verdicts: [Bool], _ truth: [Bool]) {
            for (verdict, isSpeech) in zip(verdicts, truth) {
                found += verdict ? 1 : 0
                said += isSpeech ? 1 : 0
                right += verdict && isSpeech ? 1 : 0
            }
            guard let begin = truth.firstIndex(of: true) else { return }
            let before = verdicts[..<max(0, begin - 3)]
            noiseFrames += before.count
            falseStarts += zip([false] + before, before).count { !$0 && $1 }
            guard before.last != true, let start = verdicts[(begin - 3)...].firstIndex(of: true) else { return }
            onsets.append(Double(start - begin + 1) * 20)
        }
    }

    /// Ours and the plain network's of one ratio, and what ours cost.
    private struct Result {
        var ours = Tally()
        var plain = Tally()
        var nanoseconds = 0.0
        var frames = 0

        mutating func add(_ scene: NoisyCallers.Scene, _ network: SileroNetwork) {
            let frames = stride(from: 0, to: scene.samples.count - 319, by: 320).map {
                Array(scene.samples[$0..<($0 + 320)])
            }
            var verdicts: [Bool] = []
            nanoseconds += ProcessorTime.spent {
                var detector = NearVoiceDetector(network)
                verdicts = frames.map { detector.detect($0).isSpeech }
            }
            self.frames += frames.count
            ours.add(verdicts, scene.truth)
            var detector = SileroDetector(network)
            plain.add(frames.map { detector.detect($0).isSpeech }, scene.truth)
        }

        func line(_ name: String) -> String {
            let columns = [ours, plain].map { tally in
                [
                    tally.score.formatted(decimals: 1), (tally.onsets.median ?? -1).formatted(decimals: 0),
                    tally.falseStartsPerMinute.formatted(decimals: 2),
                ].joined(separator: " / ")
            }
            return "  \(name): " + columns.joined(separator: "   against ")
        }
    }

    static func measure() throws -> Figure {
        let root = Recordings.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let network = try SileroNetwork(path: root.appendingPathComponent(".models/silero_vad_16k.safetensors").path)
        let callers = try NoisyCallers(stride: 3)
        var (lead, cost, frames): (Double, Double, Int) = (.infinity, 0, 0)
        print("voices in noise: F1 in percent / onset in ms / false starts a minute, ours against the plain network")
        for ratio in [nil] + ratios.map(Optional.some) {
            let result = score(callers, network, ratio: ratio)
            print(result.line(ratio.map { "\(Int($0)) dB" } ?? "clean"))
            lead = min(lead, result.ours.score - result.plain.score)
            cost += result.nanoseconds
            frames += result.frames
        }
        let share = cost / Double(max(1, frames)) / 20e6 * 100
        return Figure(
            value: -lead,
            note: "least lead \(lead.formatted(decimals: 1)); \(share.formatted(decimals: 2)) % of a core a call")
    }

    private static func score(_ callers: NoisyCallers, _ network: SileroNetwork, ratio: Double?) -> Result {
        var result = Result()
        for noise in ratio == nil ? [nil] : NoisyCallers.noises.map(Optional.some) {
            for scene in callers.scenes(over: noise, ratio: ratio ?? 0) { result.add(scene, network) }
        }
        return result
    }
}
