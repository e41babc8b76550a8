import Testing

@testable import Speech

@Suite("An answer that has a form is heard by it")
struct AnswerFormTests {
    private let number = AnswerForm.telephoneNumber
    private let formed = "two oh two five five five oh one seven three"

    @Test(
        "ten digits are read whatever zero is called, and whatever stands around them",
        arguments: [
            ("two oh two five five five oh one seven three", "2025550173"),
            ("two zero two five five five zero one seven three", "2025550173"),
            ("you can reach me at four one five double five five oh one nine nine please", "4155550199"),
            ("three double oh five double five one two three four", "3005551234"),
        ])
    func reading(_ words: String, _ digits: String) {
        #expect(number.reading(words.split(separator: " ").map(String.init)) == digits)
    }

    @Test(
        "what lacks a digit, has one too many or begins as no number does, is no whole answer",
        arguments: [
            "two oh two five five five oh one seven", "two oh two five five five oh one seven three three",
            "one oh two five five five oh one seven three", "two oh two one five five oh one seven three",
            "five five five one two three four", "could you repeat that", "", "double",
        ])
    func noReading(_ words: String) {
        #expect(number.reading(words.split(separator: " ").map(String.init)) == nil)
    }

    @Test(
        "words that nearly have the form are heard by it",
        arguments: [
            "two two five five five oh one seven three", "que at two five five five oh one seven three",
            "two oh two two five five five oh one seven three", "two of two five five five oh one seven three thanks",
        ])
    func nearly(_ heard: String) {
        #expect(number.choose(heard: heard, formed: formed) == formed)
    }

    @Test(
        "anything else is heard as it was said",
        arguments: [
            "two zero two five five five oh one seven three", "um two oh two five five five uh oh one seven three",
            "my number is two oh two double five five oh one seven three", "five five five oh one seven three",
            "two two five five five oh one seven three no wait a moment", "why do you need my number", "",
        ])
    func free(_ heard: String) {
        #expect(number.choose(heard: heard, formed: formed) == heard)
    }

    @Test("where the form was not found, nothing is made of it", arguments: ["", "it's", "two oh two five"])
    func unformed(_ formed: String) {
        let heard = "two two five five five oh one seven three"
        #expect(number.choose(heard: heard, formed: formed) == heard)
    }

    @Test("a word of a whole answer that is heard in two ways is left out, so that the agent asks again")
    func doubt() {
        let heard = "it's two oh two five five five eight one seven three"
        #expect(number.choose(heard: heard, formed: formed) == "it's two oh two five five five one seven three")
        let double = "two oh two five double five eight one seven three"
        let kept = number.choose(heard: double, formed: formed).split(separator: " ").map(String.init)
        #expect(number.reading(kept) == nil)
    }

    @Test("in its grammar the ways out of every state are as likely as one, and all lead on")
    func grammar() throws {
        var likelihoods: [Int: Double] = [:]
        var sources: Set<Int> = [], targets: Set<Int> = []
        for line in number.grammar(named: "form").split(separator: "\n") where line.hasPrefix("TRANSITION ") {
            let parts = line.split(separator: " ")
            let (from, to) = (try #require(Int(parts[1])), try #require(Int(parts[2])))
            likelihoods[from, default: 0] += try #require(Double(parts[3]))
            sources.insert(from)
            targets.insert(to)
        }
        #expect(likelihoods.values.allSatisfy { abs($0 - 1) < 1e-9 })
        #expect(targets.subtracting(sources) == [number.end])
        #expect(sources.subtracting(targets).count == 1)
    }
}
