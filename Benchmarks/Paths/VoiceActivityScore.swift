import Audio
import Foundation

/// How well voices are found in noise: our detector and the plain Silero network (two windows, 0.5 and 0.35) on the same
/// scenes, beside the best detector that was measured for the plan; and what starts in an hour's worth of noise alone.
///
/// A verdict speaks of the windows it has heard, so it is set against the truth of `credit` frames before: then the plain
/// network scores here, on clean callers, what it scored there. Prints the tables; the figure counts the bars that are missed.
struct VoiceActivityScore {
    /// Decibels, and the best F1 of the plan's table at them. `nil`: no noise.
    private static let bars: [(ratio: Double?, best: Double)] = [
        (nil, 97.8), (30, 97.6), (20, 97.1), (10, 91.7), (5, 91.3), (0, 90.2),
    ]
    /// Milliseconds, median, clean.
    private static let onset = 80.0
    /// Percent of a core.
    private static let cost = 1.0
    static let credit = SpeechProfile.silero.creditFrames

    private let network: SileroNetwork
    private let callers: NoisyCallers
    private var missed: [String] = []
    private var least = Double.infinity
    private var spent = 0.0
    private var frames = 0

    /// - Parameter stride: every so manieth caller.
    static func measure(stride: Int) throws -> Figure {
        let root = Recordings.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let network = try SileroNetwork(path: root.appendingPathComponent(".models/silero_vad_16k.safetensors").path)
        var score = VoiceActivityScore(network: network, callers: try NoisyCallers(stride: stride))
        score.scoreScenes()
        score.scoreNoises()
        return score.figure
    }

    private init(network: SileroNetwork, callers: NoisyCallers) {
        self.network = network
        self.callers = callers
    }

    private var figure: Figure {
        var missed = missed
        let share = spent / Double(max(1, frames)) / 20e6 * 100
        if share > Self.cost { missed.append("cost") }
        let list = missed.isEmpty ? "" : "; missed: \(missed.joined(separator: ", "))"
        return Figure(
            value: Double(missed.count),
            note: "least lead over the plain network \(least.formatted(decimals: 1)); "
                + "\(share.formatted(decimals: 2)) % of a core a call\(list)")
    }

    private mutating func scoreScenes() {
        print(
            "voices in noise: F1 in percent / onset median / 95th percentile in ms, ours, the plain network's; the bar")
        for bar in Self.bars {
            var (ours, plain) = (SpeechTally(), SpeechTally())
            var kinds: [String] = []
            for noise in bar.ratio == nil ? [nil] : NoisyCallers.noises.map(Optional.some) {
                var (here, there) = (SpeechTally(), SpeechTally())
                for scene in callers.scenes(over: noise, ratio: bar.ratio ?? 0) {
                    here.add(verdicts(scene.samples), scene.truth)
                    there.add(bare(scene.samples), scene.truth)
                }
                kinds.append("\(noise ?? "clean") \(here.score.formatted(decimals: 1))")
                ours.add(here)
                plain.add(there)
            }
            let name = bar.ratio.map { "\(Int($0)) dB" } ?? "clean"
            let best = bar.best.formatted(decimals: 1)
            print("  \(name): \(ours.line)   \(plain.line)   \(best)   (\(kinds.joined(separator: ", ")))")
            least = min(least, ours.score - plain.score)
            if ours.score < max(bar.best, plain.score) {
                missed.append("F1 \(name) \(ours.score.formatted(decimals: 1))")
            }
            if bar.ratio == nil, ours.onsets.median ?? .infinity > Self.onset { missed.append("onset") }
        }
    }

    private mutating func scoreNoises() {
        let levels = Self.bars.compactMap(\.ratio)
        print(
            "noise alone, by its level: starts a minute / frames called speech after 2 s in percent, ours, the plain one's"
        )
        for name in NoisyCallers.noises + NoisyCallers.crowds {
            let found = levels.map { ratio in
                let sound = callers.minute(of: name, ratio: ratio)
                return (ours: NoiseTally(verdicts(sound)), plain: NoiseTally(bare(sound)))
            }
            for (ratio, tally) in zip(levels, found) where !tally.ours.keeps(isCrowd: NoisyCallers.isCrowd(name)) {
                missed.append("\(name) alone at \(Int(ratio)) dB")
            }
            let lines = [found.map(\.ours.line), found.map(\.plain.line)].map { $0.joined(separator: "  ") }
            print("  \(name): \(lines.joined(separator: "   |   "))")
        }
    }

    private mutating func verdicts(_ sound: [Int16]) -> [Bool] {
        let frames = Self.frames(sound)
        var verdicts: [Bool] = []
        spent += ProcessorTime.spent {
            var detector = NearVoiceDetector(network)
            verdicts = frames.map { detector.detect($0).isSpeech }
        }
        self.frames += frames.count
        return verdicts
    }

    private func bare(_ sound: [Int16]) -> [Bool] {
        var detector = SileroDetector(network)
        return Self.frames(sound).map { detector.detect($0).isSpeech }
    }

    private static func frames(_ sound: [Int16]) -> [[Int16]] {
        stride(from: 0, to: sound.count - 319, by: 320).map { Array(sound[$0..<($0 + 320)]) }
    }
}
