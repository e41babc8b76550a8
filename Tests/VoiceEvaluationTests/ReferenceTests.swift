import Speech
import Testing

@testable import VoiceEvaluation

@Test("words end where the engine says, counted over the clauses")
func exact() {
    var reference = Reference("we are open, until six")
    var first = SpeechPiece(
        samples: [Int16](repeating: 1, count: 300), clause: "we are open, ", index: 0, endsClause: true)
    first.wordEnds = [100, 180, 300]
    var second = SpeechPiece(
        samples: [Int16](repeating: 1, count: 200), clause: "until six", index: 1, endsClause: true)
    second.wordEnds = [90, 200]
    reference.append(first)
    reference.append(second)
    #expect(reference.wordEnds == [100, 180, 300, 390, 500])
    #expect(reference.words(at: 0) == 0...0)
    #expect(reference.words(at: 101) == 1...2)
    #expect(reference.words(at: 300) == 3...3)
    #expect(reference.words(at: 900) == 5...5)
}

@Test("where the engine says nothing, words end by their letters")
func estimated() {
    var reference = Reference("ab abcd ab")
    for index in 0..<4 {
        reference.append(
            SpeechPiece(
                samples: [Int16](repeating: 1, count: 200), clause: "ab abcd ab", index: 0, endsClause: index == 3))
    }
    #expect(reference.wordEnds == [200, 600, 800])
}
