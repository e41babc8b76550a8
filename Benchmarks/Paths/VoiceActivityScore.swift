import Audio
import Foundation

/// How well voices are found in noise: our detector on the same scenes as two others, the plain Silero network (two windows,
/// 0.5 and 0.35: the best that was measured for the plan) and the rule of document 004; and what starts in noise alone.
///
/// The F1 is the mean over the noises. The bar at each ratio is the better of the two in the same run; what the plan's table
/// says of them is printed beside, and shows how near these scenes come to its own. A network's verdict speaks of the windows
/// it has heard, so it is set against the truth of `credit` frames before: then the plain one scores here, on clean callers,
/// what it scored there. The figure counts the bars that are missed.
struct VoiceActivityScore {
    /// Decibels, `nil` without noise, and what the plan's table says: of the plain network, and of document 004's rule.
    private static let table: [(ratio: Double?, plain: Double, rule: Double)] = [
        (nil, 97.8, 91.8), (30, 97.6, 91.8), (20, 97.1, 92.6), (10, 91.7, 75.4), (5, 91.3, 73.3), (0, 90.2, 73.1),
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
            note: "least lead over the better of the two others \(least.formatted(decimals: 1)); "
                + "\(share.formatted(decimals: 2)) % of a core a call\(list)")
    }

    private mutating func scoreScenes() {
        print("voices in noise, F1 in percent: ours, median and 95th percentile of its onsets in ms;")
        print("the plain network and document 004's rule here (and in the plan's table)")
        for entry in Self.table {
            let tallies = (entry.ratio == nil ? [nil] : NoisyCallers.noises.map(Optional.some)).map {
                tally(over: $0, ratio: entry.ratio ?? 0)
            }
            let name = entry.ratio.map { "\(Int($0)) dB" } ?? "clean"
            let (ours, plain, rule) = (
                SpeechTally.mean(tallies.map(\.ours)), SpeechTally.mean(tallies.map(\.plain)),
                SpeechTally.mean(tallies.map(\.rule))
            )
            let onsets = tallies.reduce(into: SpeechTally()) { $0.add($1.ours) }
            print(
                "  \(name): \(ours.formatted(decimals: 1)), \(onsets.onsetLine); "
                    + "\(plain.formatted(decimals: 1)) (\(entry.plain)), \(rule.formatted(decimals: 1)) (\(entry.rule))   "
                    + tallies.map(\.line).joined(separator: "  "))
            least = min(least, ours - max(plain, rule))
            if ours < max(plain, rule) { missed.append("F1 \(name)") }
            if entry.ratio == nil, onsets.onsets.median ?? .infinity > Self.onset { missed.append("onset") }
        }
    }

    /// What three detectors find in the scenes of one noise.
    private struct Tallies {
        var noise: String
        var ours = SpeechTally()
        var plain = SpeechTally()
        var rule = SpeechTally()

        var line: String {
            "\(noise) \([ours, plain, rule].map { $0.score.formatted(decimals: 1) }.joined(separator: "/"))"
        }
    }

    private mutating func tally(over noise: String?, ratio: Double) -> Tallies {
        var tallies = Tallies(noise: noise ?? "clean")
        for scene in callers.scenes(over: noise, ratio: ratio) {
            tallies.ours.add(verdicts(scene.samples), scene.truth, credit: Self.credit)
            tallies.plain.add(bare(scene.samples), scene.truth, credit: Self.credit)
            tallies.rule.add(loud(scene.samples), scene.truth, credit: 0)
        }
        return tallies
    }

    private mutating func scoreNoises() {
        let levels = Self.table.compactMap(\.ratio)
        print(
            "noise alone, by its level: starts a minute / frames called speech after 2 s in percent, ours, the plain one's"
        )
        for name in NoisyCallers.steady + ["babble"] + NoisyCallers.crowds {
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

    private func loud(_ sound: [Int16]) -> [Bool] {
        var detector = EnergyDetector()
        return Self.frames(sound).map { detector.detect($0).isSpeech }
    }

    private static func frames(_ sound: [Int16]) -> [[Int16]] {
        stride(from: 0, to: sound.count - 319, by: 320).map { Array(sound[$0..<($0 + 320)]) }
    }
}
