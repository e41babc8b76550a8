import Speech
import Testing
import Timing

@testable import VoiceEvaluation

private let start = Instant.origin
private let end = Instant.origin + .seconds(100)

private func loss(of sentence: Reference, _ reception: Reception) -> Hearing.Loss {
    Hearing(reception.voice, of: [sentence]).loss(of: 0, from: start, to: end)
}

@Test("consonants whose noise is another than the reference's were heard where the vowels around them were")
func hissed() {
    var voices = Voices(seed: 11)
    let (sentence, spoken) = voices.renderings(12)
    var reception = Reception()
    reception.hear(spoken[...])
    #expect(loss(of: sentence, reception) == Hearing.Loss(within: .zero, atEnd: .zero))
}

@Test("40 ms that are missing are found, in a vowel and in a consonant", arguments: [57, 63])
func skippedFrames(_ frame: Int) {
    var voices = Voices(seed: 12)
    let (sentence, spoken) = voices.renderings(12)
    var reception = Reception()
    reception.hear(spoken[..<(frame * 320)])
    reception.hear(spoken[((frame + 2) * 320)...])
    #expect(loss(of: sentence, reception).within == .milliseconds(40))
}

@Test("what was silent in the middle of a sentence was not heard, though its packets came")
func muted() {
    var voices = Voices(seed: 13)
    let sentence = voices.sentence(12, "word")
    var reception = Reception()
    reception.hear(sentence.samples[..<(46 * 320)])
    reception.hear([Int16](repeating: 0, count: 4 * 320)[...])
    reception.hear(sentence.samples[(50 * 320)...])
    #expect(loss(of: sentence, reception).within == .milliseconds(80))
}

@Test("a sentence under a lowered voice was heard, its weak sounds too")
func lowered() {
    var voices = Voices(seed: 14)
    let sentence = voices.sentence(12, "word")
    let weak = sentence.samples.map { $0 / 8 }
    var faint = Reference(sentence.text)
    faint.append(.init(samples: weak, clause: sentence.text, index: 0, endsClause: true))
    var reception = Reception()
    reception.hear(weak[..<(20 * 320)])
    reception.hear(weak[(20 * 320)..<(60 * 320)], gain: 0.18)
    reception.hear(weak[(60 * 320)...])
    #expect(loss(of: faint, reception) == Hearing.Loss(within: .zero, atEnd: .zero))
}
