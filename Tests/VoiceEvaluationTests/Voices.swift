import Speech
import Timing

@testable import VoiceEvaluation

/// Sound that is like speech for whoever compares it: syllables of noise with pauses between them.
struct Voices {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    private mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / Double(UInt32.max >> 1) * 2 - 1
    }

    /// So many syllables of 180 ms, each with 40 ms of silence behind it.
    mutating func speech(syllables: Int) -> [Int16] {
        var low = 0.0
        return (0..<syllables).flatMap { _ in
            let loud = (0..<2880).map { _ -> Int16 in
                low = 0.85 * low + 0.15 * next()
                return Int16(low * 20_000)
            }
            return loud + [Int16](repeating: 0, count: 640)
        }
    }

    /// Two renderings of a sentence: the same vowels of 180 ms, and before each a hissed consonant of 100 ms whose noise is
    /// another every time.
    mutating func renderings(_ syllables: Int) -> (Reference, [Int16]) {
        let vowels = (0..<syllables).map { _ in Array(speech(syllables: 1).prefix(2880)) }
        var reference = Reference("hissed")
        reference.append(
            SpeechPiece(
                samples: vowels.flatMap { hiss() + $0 }, clause: "hissed", index: 0, endsClause: true))
        return (reference, vowels.flatMap { hiss() + $0 })
    }

    private mutating func hiss() -> [Int16] { (0..<1600).map { _ in Int16(next() * 6000) } }

    /// A sentence of one word for each syllable.
    mutating func sentence(_ syllables: Int, _ name: String) -> Reference {
        let text = (0..<syllables).map { "\(name)\($0)" }.joined(separator: " ")
        var reference = Reference(text)
        var piece = SpeechPiece(samples: speech(syllables: syllables), clause: text, index: 0, endsClause: true)
        piece.wordEnds = (1...syllables).map { $0 * 3520 }
        reference.append(piece)
        return reference
    }
}

/// A call in which the agent's frames come every 20 ms.
struct Reception {
    private(set) var voice = ReceivedVoice()
    private(set) var now = Instant.origin + .seconds(1)
    private var timestamp: UInt32 = 0

    mutating func hear(_ samples: ArraySlice<Int16>, gain: Double = 1) {
        var start = samples.startIndex
        while start < samples.endIndex {
            let part = samples[start..<min(start + 320, samples.endIndex)]
            voice.append(part.map { Int16(Double($0) * gain) }, timestamp: timestamp, arrival: now)
            timestamp &+= 960
            now += .milliseconds(20)
            start += 320
        }
    }

    mutating func pause(_ frames: Int) {
        timestamp &+= UInt32(960 * frames)
        now += .milliseconds(20) * frames
    }
}
