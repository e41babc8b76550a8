import Conversation
import Dealership
import FoundationEssentials
import Testing

@Suite struct WordsTests {
    private let domain = Domain.dealership(timeZone: TimeZone(secondsFromGMT: 0) ?? .current)

    @Test("every line has words, and no name of a value is left in them", arguments: Line.samples)
    func complete(line: Line) {
        let words = domain.phrases.words(for: line)
        #expect(!words.isEmpty)
        #expect(!words.contains("{") && !words.contains("}") && !words.contains("  "))
        if case .appointment = line { return }
        #expect(words.last == "." || words.last == "?" || words.last == "!", "\(words)")
    }
}
