import Audio
import Foundation

/// Recorded callers with noise of every kind laid under them, and the truth of every frame.
struct NoisyCallers {
    /// A caller behind 1.5 s of the scene's noise, at 16 kHz.
    struct Scene {
        var samples: [Int16]
        /// Of each frame of 20 ms, whether the clean recording is speech there.
        var truth: [Bool]
    }

    static let noises = ["white", "pink", "hum", "babble", "music", "knock", "breath", "cough"]
    /// So many callers at once, each without an end.
    static let crowds = ["4 callers", "6 callers", "8 callers", "12 callers"]
    private static let lead = 24_000
    private static let tail = 6_400
    /// A frame is speech within so many decibels of the loudest one; a gap of five frames is part of it.
    private static let depth: Float = 35
    private static let gap = 5

    private let callers: [[Int16]]
    private var noise: [String: [Int16]]

    /// - Parameter stride: every so manieth caller.
    init(stride: Int) throws {
        let folder = Recordings.folder.appendingPathComponent("callers")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".wav") }
        callers = try names.sorted().enumerated().filter { $0.offset % stride == 0 }.map {
            try Self.read("callers/\($0.element)")
        }
        guard !callers.isEmpty else { throw BenchFailure("there are no callers in \(folder.path)") }
        var noise = ["breath": Self.breath()]
        for name in Self.noises where name != "breath" { noise[name] = try Self.read("noise/\(name).wav") }
        self.noise = noise
        for name in Self.crowds { self.noise[name] = crowd(of: Int(name.prefix { $0 != " " }) ?? 1) }
    }

    static func isCrowd(_ name: String) -> Bool { name == "babble" || crowds.contains(name) }

    private static func read(_ path: String) throws -> [Int16] {
        try WAVFile(Array(Data(contentsOf: Recordings.folder.appendingPathComponent(path)))).samples
    }

    /// A minute of a noise alone, as loud as under callers so many decibels louder.
    func minute(of name: String, ratio decibels: Double) -> [Int16] {
        guard let noise = noise[name] else { return [] }
        let speech = callers.reduce(0.0) { $0 + Self.speechPower($1, Self.truth(of: $1)) } / Double(callers.count)
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

    /// Every caller, clean or over `name`, so many decibels louder than it.
    func scenes(over name: String?, ratio decibels: Double) -> [Scene] {
        callers.enumerated().map { index, voice in
            let spoken = Self.truth(of: voice)
            let rest = Self.lead / 320 + (voice.count + Self.tail) / 320 - spoken.count
            let silence = [Int16](repeating: 0, count: Self.lead)
            var samples = silence + voice + [Int16](repeating: 0, count: Self.tail)
            if let name, let noise = noise[name] {
                let gain = (Self.speechPower(voice, spoken) / Self.power(noise[...]) / pow(10, decibels / 10))
                    .squareRoot()
                for place in samples.indices {
                    let other = Double(noise[(place + index * 7_919) % noise.count]) * gain
                    samples[place] = Int16(max(-32_768, min(32_767, Double(samples[place]) + other)))
                }
            }
            let truth =
                [Bool](repeating: false, count: Self.lead / 320) + spoken
                + [Bool](repeating: false, count: rest - Self.lead / 320)
            return Scene(samples: samples, truth: truth)
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
