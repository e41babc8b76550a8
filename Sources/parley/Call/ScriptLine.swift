import Audio

/// Something the caller says: 20 ms frames, and when to begin.
struct ScriptLine: Hashable, Sendable {
    /// When the caller begins to say it.
    enum Cue: Hashable, Sendable {
        /// When the agent has finished what it was saying.
        case afterAgent
        /// So long after the agent began, over its words.
        case over(Duration)
    }

    /// Samples a second of every frame.
    static let rate = 16_000
    /// From this loudness on, a frame is speech: −40 decibels of full scale.
    static let loud = 0.01

    /// For reports: a file's name, or the words.
    let name: String
    let cue: Cue
    let frames: [[Int16]]
    /// Which frames are speech.
    let isLoud: [Bool]

    /// Cuts samples at `rate` into frames; the last is padded with silence.
    init(name: String, cue: Cue, samples: [Int16]) {
        self.name = name
        self.cue = cue
        let size = AudioFrame.sampleCount(at: Self.rate)
        frames = stride(from: 0, to: samples.count, by: size).map { start in
            let part = samples[start..<min(start + size, samples.count)]
            return part + [Int16](repeating: 0, count: size - part.count)
        }
        isLoud = frames.map { LevelMeter.rootMeanSquare($0) >= Self.loud }
    }

    /// Whether there is anything to hear.
    var isAudible: Bool { isLoud.contains(true) }
}
