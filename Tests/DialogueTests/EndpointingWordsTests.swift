import Dialogue
import Testing

@Suite("The words of a turn")
struct EndpointingWordsTests {
    @Test(
        "that nobody ends with are waited for 1.2 s and longer",
        arguments: [
            "i need an oil change and", "it's for the", "um", "my number is", "for my", "i'd like to", "because",
            "can you",
            "what", "i want to come in at", "my name is", "is it", "so", "I need an oil change, and", "we are very",
        ])
    func unfinished(text: String) {
        #expect((1_200...1_800).contains(EndpointingCallers.wait(text, .open)))
    }

    @Test(
        "that make a sentence are over within 350 ms",
        arguments: [
            "i need an oil change", "what are your opening hours", "I need an oil change.", "do you have loaner cars",
            "is the shop open today", "thank you", "can i come in tomorrow", "Can I come in tomorrow?",
            "my car won't start and i need some help",
        ])
    func finished(text: String) {
        #expect(EndpointingCallers.wait(text, .open) <= 350)
    }

    @Test(
        "that may be whole or not are waited for between the two", arguments: ["my car", "okay", "hello", "a test", ""])
    func ambiguous(text: String) {
        #expect((500...900).contains(EndpointingCallers.wait(text, .open)))
    }

    @Test(
        "a yes or a no is over as soon as it is said",
        arguments: ["yes", "no", "Yes.", "yeah", "that's correct", "no thank you", "sure", "mm-hmm", "uh huh"])
    func decision(text: String) {
        #expect(EndpointingCallers.wait(text, .yesNo) <= 300)
    }

    @Test("digits are counted: ten are a number, seven may be one, any other count is not", arguments: 1...11)
    func digits(count: Int) {
        let said = ["four", "one", "five", "oh", "two", "six", "seven", "three", "nine", "zero", "eight"].prefix(count)
        let wait = EndpointingCallers.wait("it's " + said.joined(separator: " "), .digits)
        let written = EndpointingCallers.wait(String(repeating: "4", count: count), .digits)
        #expect(wait == written)
        switch count {
        case 10, 11: #expect(wait <= 310)
        case 7: #expect((600...700).contains(wait))
        default: #expect(wait >= 1_500)
        }
    }

    @Test(
        "numbers are read as people say them",
        arguments: [
            ("four one five triple five oh one double nine", 310),
            ("one four one five five five five zero one nine nine", 310),
            ("eight hundred five five five twelve thirty four", 310),
            ("one four one five five five five zero one nine", 800),
            ("415-555-0199", 310), ("i don't have one", 370), ("why do you need that", 1_050),
        ])
    func spokenDigits(text: String, most: Int) {
        #expect(EndpointingCallers.wait(text, .digits) <= most)
        #expect(EndpointingCallers.wait(text + " and", .digits) > 1_000)
    }

    @Test(
        "a day with its time is whole, a day alone perhaps, and a word that needs another is not",
        arguments: [
            ("tuesday at nine", 260...350), ("march third at eleven a m", 260...280),
            ("the fifteenth of june", 260...300),
            ("tomorrow", 600...640), ("the fifteenth", 600...700), ("next", 1_200...1_700),
            ("tuesday at", 1_200...1_700),
            ("march", 1_200...1_700), ("eleven a", 1_200...1_700),
        ])
    func date(text: String, expected: ClosedRange<Int>) {
        #expect(expected.contains(EndpointingCallers.wait(text, .date)))
    }

    @Test(
        "a whole name is over, a first name may be followed by the last, and letters by letters",
        arguments: [
            ("my name is john smith", 280...320), ("john", 600...720), ("it's john", 600...720),
            ("my name is", 1_200...1_700), ("smith s m", 1_200...1_700), ("smith s m i t h", 600...720),
        ])
    func name(text: String, expected: ClosedRange<Int>) {
        #expect(expected.contains(EndpointingCallers.wait(text, .name)))
    }

    @Test(
        "every beginning of hostile text has a wait within the limits",
        arguments: ["open", "yesNo", "digits", "date", "name"])
    func hostile(name: String) throws {
        let profile = try #require(AnswerProfile(rawValue: name))
        let limits = EndOfTurn.Limits.of(profile)
        let text =
            "\u{0}é️‍🔥 99999999999999999999999999 double double 'x'' — … ?? and \n\t a a a a Ω one hundred thousand !?., zero"
        for end in text.indices {
            for isHinted in [true, false] {
                let wait = EndOfTurn().wait(
                    after: EndOfTurn.Words(String(text[..<end]), isHinted: isHinted), profile: profile, voice: [],
                    limits: limits)
                #expect(limits.shortest <= wait && wait <= limits.longest)
            }
        }
    }
}
