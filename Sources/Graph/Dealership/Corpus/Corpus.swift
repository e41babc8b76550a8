package import Conversation

/// What callers say, made from templates over the dealership's own names: the material of the recogniser's language
/// models, one list of sentences per vocabulary.
///
/// The same domain always yields the same sentences. Words are lower case as a recogniser spells them: `a m`, `i'd`.
package struct Corpus: Sendable {
    /// Sentences by vocabulary name: `open`, `service`, `date`, `time`, `name`, `phone`, `yes_no`, `vehicle`.
    package let sentences: [String: [String]]

    package init(_ domain: Domain) {
        let words = CorpusWords(domain)
        sentences = [
            "open": words.expand(CorpusWords.open) + words.questions,
            "service": words.expand(CorpusWords.service),
            "date": words.expand(CorpusWords.date),
            "time": words.expand(CorpusWords.time),
            "name": words.expand(CorpusWords.name),
            "phone": CorpusPhones.sentences(count: 700),
            "yes_no": words.expand(CorpusWords.yesNo),
            "vehicle": words.expand(CorpusWords.vehicle),
        ]
    }
}
