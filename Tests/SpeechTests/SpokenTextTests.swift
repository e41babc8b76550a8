@testable import Speech
import Simulation
import Testing

@Suite("Written text becomes words a voice can say")
struct SpokenTextTests {
    @Test(
        "numbers, money, times, dates and codes are read as people read them",
        arguments: [
            ("An oil change is $39.95.", "An oil change is thirty nine dollars and ninety five cents."),
            ("It costs $1,250 today", "It costs one thousand two hundred fifty dollars today"),
            ("That's $1.", "That's one dollar."), ("Only $0.99!", "Only ninety nine cents!"),
            ("a $1.5 million budget", "a one point five million dollars budget"),
            ("Tuesday at 9:30 AM works.", "Tuesday at nine thirty eigh M works."),
            ("at 9:00", "at nine"), ("at 9:05pm", "at nine oh five P M"), ("by 5 p.m. today", "by five P M today"),
            ("Call 512-555-0173.", "Call five one two, five five five, zero one seven three."),
            ("Call (512) 555-0173 now", "Call five one two, five five five, zero one seven three now"),
            ("Call 555-0123", "Call five five five, zero one two three"),
            ("+15125550173", "plus one, five one two, five five five, zero one seven three"),
            ("on 2026-11-21", "on november twenty first, twenty twenty six"),
            ("on 11/3", "on november third"), ("March 3rd", "March third"), ("the 21st", "the twenty first"),
            ("a 2018 Honda", "a twenty eighteen Honda"), ("in 2005", "in two thousand five"),
            ("20% off", "twenty percent off"), ("3.5 hours", "three point five hours"),
            ("Code A7K-2", "Code eigh seven K, two"), ("7-9", "seven to nine"),
            ("Mon-Fri", "monday to friday"), ("Dr. Smith", "doctor Smith"), ("parts & service", "parts and service"),
            ("an SUV or a BMW", "an S U V or a B M W"), ("#12", "number twelve"),
            ("12 Main St.", "twelve Main street."), ("0173", "zero one seven three"),
            ("1,234,567", "one million two hundred thirty four thousand five hundred sixty seven"),
            ("No, thanks.", "No, thanks."), ("I may, or may not", "I may, or may not"), ("", ""), ("…", ""),
        ])
    func normalize(_ written: String, _ spoken: String) {
        #expect(SpokenText.normalize(written) == spoken)
    }

    @Test("any text is taken without a trap", arguments: 0..<200)
    func anyText(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("ab A.$9:0-/,%#()+ \n\u{2014}é1🙂am")
        let text = String((0..<60).map { _ in random.pick(alphabet) })
        _ = SpokenText.normalize(text)
        #expect(Clauses.split(text).joined() == text)
    }

    @Test(
        "a text is cut at its sentences, and long sentences at their commas",
        arguments: [
            ("Hello. How are you?", ["Hello. ", "How are you?"]),
            ("Dr. Smith is in at 9 a.m. today. Bye!", ["Dr. Smith is in at 9 a.m. today. ", "Bye!"]),
            ("It is $39.95, all included.", ["It is $39.95, all included."]),
            (
                "We are open from seven thirty in the morning until six in the evening, and on Saturday until four.",
                [
                    "We are open from seven thirty in the morning until six in the evening, ",
                    "and on Saturday until four.",
                ]
            ),
            ("One line\nanother", ["One line\n", "another"]), ("", []), ("Really?! Yes.", ["Really?! ", "Yes."]),
        ] as [(String, [String])])
    func clauses(_ text: String, _ expected: [String]) {
        #expect(Clauses.split(text) == expected)
    }

    @Test("a text past the limit is cut at a clause")
    func longText() {
        let text = String(repeating: "This is a sentence. ", count: 200)
        let clauses = Clauses.split(text, longest: 100)
        #expect(clauses.count == 5)
        #expect(Clauses.split(String(repeating: "x", count: 500), longest: 100).joined().count == 100)
    }
}
