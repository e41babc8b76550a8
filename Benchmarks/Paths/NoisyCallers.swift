import Audio
import Foundation

/// Recorded callers with noise of every kind laid under them, and the truth of every frame.
///
/// A scene is a call: up to five sentences of one voice with 0.6 to 1.4 s between them, half a second before the first, so
/// that half of its frames are speech. The plan does not say how its own set was made; on these scenes the rule of document
/// 004 scores what its table says within four points, and the plain network within one from 20 dB on and two above it below.
/// The ratio is the mean power of the frames that are speech to that of the noise.
struct NoisyCallers {
    struct Scene {
        /// At 16 kHz, whole frames of 20 ms.
        var samples: [Int16]
        /// Of each frame, whether the clean recording is speech there.
        var truth: [Bool]
    }

    /// Those of the plan's table; a hum is its car, a knock its clicks.
    static let noises = ["white", "pink", "hum", "babble", "music", "knock", "breath"]
    /// So many callers at once, each without an end.
    static let crowds = ["4 callers", "6 callers", "8 callers", "12 callers"]
    static let steady = noises.filter { $0 != "babble" } + ["cough"]
    private static let lead = 8_000
    /// Samples of rest after a sentence.
    private static let pause = (least: 9_600, most: 22_400)
    private static let sentences = 5
    /// A frame is speech within so many decibels of the loudest one of its sentence; a gap of five frames is part of it.
    private static let depth: Float = 35
    private static let gap = 5

    private let callers: [[Int16]]
    private let calls: [Scene]
    private var noise: [String: [Int16]]

    /// - Parameter stride: every so manieth call.
    init(stride: Int) throws {
        let folder = Recordings.folder.appendingPathComponent("callers")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".wav") }
        callers = try names.sorted().map { try Self.read("callers/\($0)") }
        let calls = Self.calls(
            of: Array(zip(names.sorted().map(Self.voice), callers)) + [("human", try Self.read("human.wav"))])
        self.calls = calls.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
        guard !callers.isEmpty else { throw BenchFailure("there are no callers in \(folder.path)") }
        var noise = ["breath": Self.breath()]
        for name in Self.noises + Self.steady where name != "breath" {
            noise[name] = try Self.read("noise/\(name).wav")
        }
        self.noise = noise
        for name in Self.crowds { self.noise[name] = crowd(of: Int(name.prefix { $0 != " " }) ?? 1) }
    }

    /// The voice of a recording, by its name: `svc1-fl-slt.wav` and `svc3-fe-slt.wav` are two synthesisers' `slt`.
    private static func voice(_ name: String) -> String {
        name.contains("-fe-") ? "fe" : String(name.dropLast(4).split(separator: "-").last ?? "")
    }

    /// The sentences of each voice, five to a call; in the order of the voices' first sentences.
    private static func calls(of sentences: [(voice: String, samples: [Int16])]) -> [Scene] {
        var order: [String] = []
        var spoken: [String: [[Int16]]] = [:]
        for (voice, samples) in sentences {
            if spoken[voice] == nil { order.append(voice) }
            spoken[voice, default: []].append(samples)
        }
        var seed: UInt64 = 1
        return order.flatMap { voice in
            let all = spoken[voice] ?? []
            return Swift.stride(from: 0, to: all.count, by: Self.sentences).map { first in
                call(of: all[first..<min(first + Self.sentences, all.count)], seed: &seed)
            }
        }
    }

    private static func call(of sentences: ArraySlice<[Int16]>, seed: inout UInt64) -> Scene {
        var scene = Scene(
            samples: [Int16](repeating: 0, count: lead), truth: [Bool](repeating: false, count: lead / 320))
        for sentence in sentences {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let rest = (pause.least + Int(seed >> 33) % (pause.most - pause.least + 1)) / 320
            scene.samples += sentence.prefix(sentence.count / 320 * 320) + [Int16](repeating: 0, count: rest * 320)
            scene.truth += truth(of: sentence) + [Bool](repeating: false, count: rest)
        }
        return scene
    }

    static func isCrowd(_ name: String) -> Bool { name == "babble" || crowds.contains(name) }

    private static func read(_ path: String) throws -> [Int16] {
        try WAVFile(Array(Data(contentsOf: Recordings.folder.appendingPathComponent(path)))).samples
    }

    /// A minute of a noise alone, as loud as under callers so many decibels louder.
    func minute(of name: String, ratio decibels: Double) -> [Int16] {
        guard let noise = noise[name] else { return [] }
        let speech = calls.reduce(0.0) { $0 + Self.speechPower($1.samples, $1.truth) } / Double(calls.count)
        let gain = (speech / Self.power(noise[...]) / pow(10, decibels / 10)).squareRoot()
        return (0..<960_000).map { Int16(max(-32_768, min(32_767, Double(noise[$0 % noise.count]) * gain))) }
    }

    /// Half a minute of so many callers at once, equally loud, each saying everything with short pauses.
    private func crowd(of count: Int) -> [Int16] {
        var sum = [Float](repeating: 0, count: 480_000)
        for talker in 0..<count {
            var (place, turn) = (0, talker * 13)
            while place < sum.count {
                let voice = callers[turn % callers.count]
                let gain = Float(400 / max(1, Self.speechPower(voice, Self.truth(of: voice)).squareRoot()))
                for sample in voice where place < sum.count {
                    sum[place] += gain * Float(sample)
                    place += 1
                }
                place += 1_600 + (turn * 997 + talker * 313) % 6_400
                turn += 1 + talker % 5
            }
        }
        return sum.map { Int16(max(-32_768, min(32_767, $0))) }
    }

    /// Every call, clean or over `name`, so many decibels louder than it.
    func scenes(over name: String?, ratio decibels: Double) -> [Scene] {
        guard let name, let noise = noise[name] else { return calls }
        return calls.enumerated().map { index, call in
            var scene = call
            let gain = (Self.speechPower(call.samples, call.truth) / Self.power(noise[...]) / pow(10, decibels / 10))
                .squareRoot()
            for place in scene.samples.indices {
                let other = Double(noise[(place + index * 7_919) % noise.count]) * gain
                scene.samples[place] = Int16(max(-32_768, min(32_767, Double(scene.samples[place]) + other)))
            }
            return scene
        }
    }

    private static func truth(of voice: [Int16]) -> [Bool] {
        let levels = stride(from: 0, to: voice.count - 319, by: 320).map {
            LevelMeter.decibels(Array(voice[$0..<($0 + 320)]))
        }
        let floor = (levels.max() ?? 0) - depth
        var truth = levels.map { $0 > floor }
        var last: Int?
        for index in truth.indices where truth[index] {
            if let last, index - last <= gap + 1 { for between in last..<index { truth[between] = true } }
            last = index
        }
        return truth
    }

    /// Of the frames that are speech.
    private static func speechPower(_ voice: [Int16], _ spoken: [Bool]) -> Double {
        let frames = spoken.indices.filter { spoken[$0] }
        let sum = frames.reduce(0.0) { $0 + power(voice[($1 * 320)..<($1 * 320 + 320)]) }
        return sum / Double(max(1, frames.count))
    }

    private static func power(_ samples: ArraySlice<Int16>) -> Double {
        samples.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(samples.count)
    }

    /// Five seconds with a breath every 1.6 s: noise that swells and fades.
    private static func breath() -> [Int16] {
        var (state, last) = (UInt32(1), 0.0)
        return (0..<80_000).map { index in
            state = state &* 1_664_525 &+ 1_013_904_223
            let white = Double(Int32(bitPattern: state)) / 2_147_483_648
            defer { last = white }
            let phase = Double(index % 25_600) / 8_000
            return phase < 1 ? Int16((white - 0.7 * last) * 600 * (1 - cos(2 * .pi * phase))) : 0
        }
    }
}
