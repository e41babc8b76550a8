import CPocketSphinx
import Foundation

/// Makes the dictionary and the mixed language models of a corpus.
struct LanguageModelMaker {
    private let corpus: RecognitionCorpus
    private let acousticModel: AcousticModel
    private let shares: (own: Double, all: Double, general: Double)
    private let leastPair: Double

    /// Part of the shares of everybody's sentences and of general English that is left to them where answers are closed.
    private static let closedPart = 0.2

    private var words = WordTable()
    private var sentences: [String: [(words: [Int], weight: Int)]] = [:]

    init(
        _ corpus: RecognitionCorpus, _ acousticModel: AcousticModel,
        shares: (own: Double, all: Double, general: Double), leastPair: Double
    ) {
        self.corpus = corpus
        self.acousticModel = acousticModel
        self.shares = shares
        self.leastPair = leastPair
        for (name, list) in corpus.vocabularies.sorted(by: { $0.key < $1.key }) {
            sentences[name] = list.map { (words.numbers(of: $0.text), $0.weight) }
        }
        // A grammar only finds words that the dictionary has.
        for (_, form) in corpus.forms.sorted(by: { $0.key < $1.key }) {
            for text in form.openings + form.arcs.map(\.word) { _ = words.numbers(of: text) }
        }
    }

    /// Writes `words.dict` and a model per vocabulary.
    func write(to folder: URL, fileName: (String) -> String) throws {
        let dictionary = try PronunciationDictionary(
            words: words.words.dropFirst(2), own: corpus.pronunciations, path: acousticModel.dictionary)
        try dictionary.text.write(
            to: folder.appendingPathComponent("words.dict"), atomically: false, encoding: .utf8)
        let everything = WittenBellModel(
            sentences: sentences.values.flatMap { $0 }, vocabularySize: words.count)
        let general = try GeneralModel(path: acousticModel.generalModel, words: words)
            .restricted(
                wordCount: words.count, least: leastPair, pairs: everything.pairs, triples: everything.triples)
        for (name, list) in sentences {
            let own = WittenBellModel(sentences: list, vocabularySize: words.count)
            // What else might be said shrinks as the answers are made of fewer words.
            let others = Self.isClosed(list) ? Self.closedPart : 1
            let (all, rest) = (shares.all * others, shares.general * others)
            let mixed = MixedModel(
                [
                    .init(model: own, share: 1 - all - rest), .init(model: everything, share: all),
                    .init(model: general, share: rest),
                ], wordCount: words.count)
            try write(mixed, to: folder.appendingPathComponent(fileName(name)))
        }
    }

    /// Whether the same few words come again and again, as the digits of numbers do: two hundred times on average.
    private static func isClosed(_ sentences: [(words: [Int], weight: Int)]) -> Bool {
        let kinds = Set(sentences.flatMap(\.words))
        return sentences.reduce(0) { $0 + $1.words.count } >= 200 * kinds.count
    }

    /// Through the ARPA form to the library's binary form, which decoders read in a few milliseconds.
    private func write(_ model: MixedModel, to file: URL) throws {
        let arpa = file.appendingPathExtension("arpa")
        defer { try? FileManager.default.removeItem(at: arpa) }
        try model.arpa(words).write(to: arpa, atomically: false, encoding: .utf8)
        guard let logarithms = unsafe logmath_init(1.0001, 0, 0) else { throw SpeechError.failed("logarithms") }
        defer { unsafe logmath_free(logarithms) }
        guard let read = unsafe ngram_model_read(nil, arpa.path, NGRAM_ARPA, logarithms) else {
            throw SpeechError.failed("the language model does not read back")
        }
        defer { unsafe ngram_model_free(read) }
        guard unsafe ngram_model_write(read, file.path, NGRAM_BIN) == 0 else {
            throw SpeechError.failed("the language model cannot be written")
        }
    }
}
