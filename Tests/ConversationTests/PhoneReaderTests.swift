import Testing

@testable import Conversation

@Suite struct PhoneReaderTests {
    private func read(_ text: String, isExpected: Bool = true) -> String? {
        PhoneReader.read(Wording(text).words, isExpected: isExpected)?.value
    }

    @Test(
        "spoken numbers become digits",
        arguments: [
            ("five five five one two three four", "5551234"), ("double five five one two three four", "5551234"),
            ("triple five one two three four", "5551234"), ("five five five oh one double two", "5550122"),
            ("it's five five five twelve thirty four", "5551234"),
            ("eight hundred five five five one two one two", "8005551212"),
            ("555-1234", "5551234"), ("(415) 555-0199", "4155550199"),
            ("five five five um one two three four", "5551234"),
            ("four one five five five five zero one nine nine", "4155550199"),
            ("five five five one to three for", "5551234"),
            ("five one two um five five five and then oh one hang on six four", "5125550164"),
            ("five one two let me see five five five okay oh one nine four", "5125550194"),
            ("the area code is seven three seven so seven three seven five five five oh two oh six", "7375550206"),
            ("it is nineteen eighty four twenty", "198420"),
        ])
    func spoken(text: String, digits: String) {
        #expect(read(text) == digits)
    }

    @Test("words that sound like digits count only when a number was asked for")
    func soundsLike() {
        #expect(read("five five five one to three for", isExpected: false) == "5551")
    }

    @Test(
        "a weak vowel between digits is an oh where the number is asked for and becomes whole by it",
        arguments: [
            ("two at two five five five of one seven three", "2025550173"),
            ("two oh two five five five or one nine four", "2025550194"),
            // Not where it would be a digit too many, or leave one out.
            ("five one two five five five oh one six four at two", "5125550164"),
            ("five five five at two", "555"),
        ])
    func weakVowels(text: String, digits: String) {
        #expect(read(text, isExpected: true) == digits)
        #expect(read(text, isExpected: false)?.contains("0173") != true)
    }

    @Test("no digits, no number", arguments: ["", "hello", "double", "to for", "oh hello"])
    func none(text: String) {
        #expect((read(text) ?? "").count < 2)
    }
}
