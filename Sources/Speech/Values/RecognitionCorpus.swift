/// What callers are expected to say: sentences per vocabulary, from which the language models are made.
///
/// Sentences are lower case words separated by spaces, written as they are spoken: "two thirty", "a m", "i'd like".
/// Repeating a sentence makes it likelier. Every vocabulary also hears, faintly, the sentences of all others.
package struct RecognitionCorpus: Hashable, Sendable {
    /// A sentence and how often it counts.
    package struct Sentence: Hashable, Sendable {
        package var text: String
        package var weight: Int

        package init(_ text: String, weight: Int = 1) {
            self.text = text
            self.weight = weight
        }
    }

    /// Vocabulary name → sentences.
    package var vocabularies: [String: [Sentence]]
    /// Pronunciations for words the dictionary gets wrong, in its phones: "parley": ["P AA R L IY"].
    package var pronunciations: [String: [String]]
    /// Vocabulary name → what its whole answers look like, where they are all alike.
    package var forms: [String: AnswerForm]

    package init(
        vocabularies: [String: [Sentence]] = [:], pronunciations: [String: [String]] = [:],
        forms: [String: AnswerForm] = [:]
    ) {
        self.vocabularies = vocabularies
        self.pronunciations = pronunciations
        self.forms = forms
    }

    /// Adds sentences of equal weight.
    package mutating func add(_ sentences: [String], to vocabulary: String, weight: Int = 1) {
        vocabularies[vocabulary, default: []] += sentences.map { Sentence($0, weight: weight) }
    }
}
