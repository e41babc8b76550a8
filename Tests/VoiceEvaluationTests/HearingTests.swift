import Speech
import Testing
import Timing

@testable import VoiceEvaluation

private let start = Instant.origin
private let end = Instant.origin + .seconds(100)

@Test("a sentence that was heard whole has lost nothing")
func whole() {
    var voices = Voices(seed: 1)
    let (hours, other) = (voices.sentence(10, "hours"), voices.sentence(8, "other"))
    var reception = Reception()
    reception.hear(hours.samples[...])
    let hearing = Hearing(reception.voice, of: [other, hours])
    #expect(hearing.sentences(from: start, to: end) == [1])
    #expect(hearing.loss(of: 1, from: start, to: end) == Hearing.Loss(within: .zero, atEnd: .zero))
    #expect(hearing.words(from: start, to: end) == 10...10)
}

@Test("speech that is skipped on resume is lost, to 20 ms", arguments: [3, 10, 15])
func skipped(_ frames: Int) {
    var voices = Voices(seed: 2)
    let sentence = voices.sentence(12, "word")
    // In the middle of a syllable: the third begins at frame 22.
    let cut = 22 * 320
    var reception = Reception()
    reception.hear(sentence.samples[..<cut])
    reception.pause(20)
    reception.hear(sentence.samples[(cut + frames * 320)...])
    let hearing = Hearing(reception.voice, of: [sentence])
    let loss = hearing.loss(of: 0, from: start, to: end)
    let speech = min(frames, 9) * 20 + max(0, frames - 11) * 20
    #expect(abs(loss.within.milliseconds - Double(speech)) <= 20)
    #expect(loss.atEnd == .zero)
}

@Test("speech that is said again on resume is not lost")
func rewound() {
    var voices = Voices(seed: 3)
    let sentence = voices.sentence(12, "word")
    var reception = Reception()
    reception.hear(sentence.samples[..<(40 * 320)])
    reception.hear(sentence.samples[(40 * 320)..<(46 * 320)], gain: 0.18)
    reception.pause(30)
    reception.hear(sentence.samples[(35 * 320)...])
    let hearing = Hearing(reception.voice, of: [sentence])
    #expect(hearing.loss(of: 0, from: start, to: end) == Hearing.Loss(within: .zero, atEnd: .zero))
    let trial = InterjectionTrial("cough", at: .zero, hearing, sentences: [0], span: (start, end))
    #expect(trial == InterjectionTrial(sound: "cough", at: .zero, missing: .zero, lost: .zero))
}

@Test("an answer whose end nobody heard was stopped; one of which nothing was heard is no trial")
func stopped() {
    var voices = Voices(seed: 4)
    let (first, second) = (voices.sentence(6, "first"), voices.sentence(6, "second"))
    var reception = Reception()
    reception.hear(first.samples[...])
    reception.hear(second.samples[..<(20 * 320)])
    let hearing = Hearing(reception.voice, of: [first, second])
    func trial(_ sentences: [Int], from: Instant) -> InterjectionTrial? {
        InterjectionTrial("cough", at: .zero, hearing, sentences: sentences, span: (from, end))
    }
    #expect(trial([0, 1], from: start)?.isStopped == true)
    #expect(trial([0], from: start)?.isStopped == false)
    #expect(trial([0, 1], from: end) == nil)
}

@Test("a barge-in is timed by the sound: full volume, ducked, silent")
func bargeIn() {
    var voices = Voices(seed: 5)
    let sentence = voices.sentence(20, "word")
    var reception = Reception()
    reception.hear(sentence.samples[..<(44 * 320)])
    let onset = reception.now
    reception.hear(sentence.samples[(44 * 320)..<(48 * 320)])
    reception.hear(sentence.samples[(48 * 320)..<(58 * 320)], gain: 0.18)
    let hearing = Hearing(reception.voice, of: [sentence])
    // 58 frames are 18 560 samples: five words of 3520, and a part of the sixth.
    let trial = InterruptionTrial(hearing, answer: start, onset: onset, told: 5)
    #expect(trial.fullVolume == .milliseconds(60))
    #expect(trial.silence.map { $0.milliseconds > 100 && $0.milliseconds <= 260 } == true)
    #expect(trial.heardError == 0)
    #expect(InterruptionTrial(hearing, answer: start, onset: onset, told: 6).heardError == 0)
    #expect(InterruptionTrial(hearing, answer: start, onset: onset, told: 9).heardError == 3)
    #expect(InterruptionTrial(hearing, answer: start, onset: onset, told: 2).heardError == 3)
}

@Test("another's voice is no sentence of the agent's")
func strangers() {
    var voices = Voices(seed: 6)
    let sentence = voices.sentence(10, "word")
    var reception = Reception()
    reception.hear(voices.speech(syllables: 10)[...])
    let hearing = Hearing(reception.voice, of: [sentence])
    #expect(hearing.sentences(from: start, to: end).isEmpty)
    #expect(hearing.frames.allSatisfy { $0 == nil })
}

@Test("a sentence that begins like another is heard from its beginning, and the other is not heard")
func beginnings() {
    var voices = Voices(seed: 8)
    let (other, rest) = (voices.sentence(8, "other"), voices.speech(syllables: 6))
    var sentence = Reference("sentence")
    let sound = other.samples[..<(2 * 3520)] + rest
    sentence.append(.init(samples: Array(sound), clause: "sentence", index: 0, endsClause: true))
    var reception = Reception()
    reception.hear(sound)
    let hearing = Hearing(reception.voice, of: [other, sentence])
    #expect(hearing.sentences(from: start, to: end) == [1])
    #expect(hearing.loss(of: 1, from: start, to: end) == Hearing.Loss(within: .zero, atEnd: .zero))
}

@Test("the first sound after a moment is a loud frame, not a packet")
func onsets() {
    var voices = Voices(seed: 7)
    var reception = Reception()
    reception.hear([Int16](repeating: 12, count: 3200)[...])
    let begin = reception.now
    reception.hear(voices.speech(syllables: 1)[...])
    #expect(reception.voice.firstSound(after: start) == begin)
    #expect(reception.voice.firstSound(after: end) == nil)
    #expect(reception.voice.isSounding(at: begin + .milliseconds(100)))
    #expect(!reception.voice.isSounding(at: begin - .milliseconds(10)))
}
