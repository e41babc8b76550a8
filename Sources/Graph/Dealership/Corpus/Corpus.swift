package import Conversation
import FoundationEssentials

/// What callers say, made from templates over the dealership's own names: the material of the recogniser's language
/// models, one list of sentences per vocabulary.
///
/// The same domain always yields the same sentences. Words are lower case as a recogniser spells them: `a m`, `i'd`.
package struct Corpus: Sendable {
    /// Sentences by vocabulary name: `open`, `service`, `date`, `time`, `name`, `phone`, `yes_no`, `vehicle`.
    package let sentences: [String: [String]]
    /// Whether the numbers of `phone` are those of North America: ten digits with the area code.
    package let hasAmericanPhones: Bool

    /// What people say who only listen: a fiftieth of all there is.
    private static func listening(for count: Int) -> [String] {
        let sounds = CorpusWords.listening
        return Array(repeating: sounds, count: max(1, count / 50 / sounds.count)).flatMap(\.self)
    }

    package init(_ domain: Domain) {
        let words = CorpusWords(domain)
        let answers = [
            "open": words.expand(CorpusWords.open) + words.questions,
            "service": words.expand(CorpusWords.service),
            "date": words.expand(CorpusWords.date),
            "time": words.expand(CorpusWords.time),
            "name": words.expand(CorpusWords.name),
            "phone": CorpusPhones.sentences(count: 1500),
            "yes_no": words.expand(CorpusWords.yesNo),
            "vehicle": words.expand(CorpusWords.vehicle),
        ]
        hasAmericanPhones = ["America/", "US/"].contains { domain.timeZone.identifier.hasPrefix($0) }
        sentences = answers.mapValues { $0 + Self.listening(for: $0.count) }
    }
}
