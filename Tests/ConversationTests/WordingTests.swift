import Testing

@testable import Conversation

@Suite struct WordingTests {
    @Test(
        "spoken and typed forms become alike",
        arguments: [
            ("I'd like 3pm, please!", ["i'd", "like", "3", "pm", "please"]), ("three p m", ["three", "pm"]),
            ("3 p.m.", ["3", "pm"]), ("nine o clock", ["nine", "o'clock"]), ("9:30-ish", ["9:30", "ish"]),
            ("9.30", ["9:30"]), ("555-1234", ["555", "1234"]), ("(415) 555.0199", ["415", "555", "0199"]),
            ("6/3/26", ["6/3/26"]), ("2026-05-03", ["2026-05-03"]), ("$20,000", ["20000", "dollars"]),
            ("3rd", ["3rd"]), ("i m", ["i", "m"]), ("im late", ["i'm", "late"]), ("don\u{2019}t", ["don't"]),
            ("A&B", ["a", "and", "b"]), ("👍", ["yes"]), ("🙃", []), ("walk-in", ["walk", "in"]),
            ("the the car", ["the", "car"]),
            ("five five", ["five", "five"]), ("a.b@c.de!", ["a.b@c.de"]), ("", []), ("'''", []),
            ("gonna", ["going", "to"]), ("eight's fine", ["eight", "is", "fine"]),
        ] as [(String, [String])])
    func alike(text: String, words: [String]) {
        #expect(Wording(text).words == words)
    }

    @Test("however long a text is, the words that are read of it are bounded")
    func bounded() {
        #expect(Wording(String(repeating: "word ", count: 10_000)).count == Wording.longest)
        #expect(Wording(String(repeating: "🙃", count: 100_000)).isEmpty)
        #expect(Wording(String(repeating: "x", count: 100_000)).words.map(\.count) == [Wording.longestWord])
        #expect(Wording(String(repeating: "a1", count: 50_000)).count <= Wording.longest)
    }

    @Test("punctuation says where a sentence ends and which words belong together")
    func breaks() {
        #expect(Wording("Hi. Anna Smith-Jones, please").breaks == [.space, .stop, .space, .hyphen, .comma])
    }
}
