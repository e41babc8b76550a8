import CPocketSphinx

/// The general English trigram that comes with the recogniser, asked only about the words of a table.
struct GeneralModel: ~Copyable {
    /// Owns the library's model and its logarithms.
    @safe private struct Handle: ~Copyable {
        let model: OpaquePointer
        let logarithms: OpaquePointer

        init(path: String) throws(SpeechError) {
            guard let logarithms = unsafe logmath_init(1.0001, 0, 0) else { throw .failed("logarithms") }
            guard let model = unsafe ngram_model_read(nil, path, NGRAM_BIN, logarithms) else {
                unsafe logmath_free(logarithms)
                throw .unavailable(path)
            }
            unsafe (self.model, self.logarithms) = unsafe (model, logarithms)
        }

        deinit {
            unsafe ngram_model_free(model)
            unsafe logmath_free(logarithms)
        }
    }

    private let handle: Handle
    /// Number in the table → number in the model; nil for words the model lacks.
    private let known: [Int32?]

    init(path: String, words: WordTable) throws(SpeechError) {
        handle = try Handle(path: path)
        let model = unsafe handle.model
        let unknown = unsafe ngram_unknown_wid(model)
        known = words.words.map { word in
            let number = unsafe ngram_wid(model, word)
            return number == unknown || number < 0 ? nil : number
        }
    }

    func probability(of word: Int) -> Double {
        guard let word = known[word] else { return 0 }
        var used: Int32 = 0
        return exponential(unsafe ngram_ng_score(handle.model, word, nil, 0, &used))
    }

    /// The probability of the pair, and whether the model knows it as a pair.
    func pair(_ previous: Int, _ word: Int) -> (probability: Double, isKnown: Bool) {
        guard let word = known[word], let previous = known[previous] else { return (probability(of: word), false) }
        var used: Int32 = 0
        let score = unsafe ngram_bg_score(handle.model, word, previous, &used)
        return (exponential(score), used == 2)
    }

    func probability(of word: Int, after beforePrevious: Int, _ previous: Int) -> Double {
        guard let third = known[word], let second = known[previous], let first = known[beforePrevious] else {
            return pair(previous, word).probability
        }
        var used: Int32 = 0
        return exponential(unsafe ngram_tg_score(handle.model, third, second, first, &used))
    }

    private func exponential(_ score: Int32) -> Double {
        unsafe logmath_exp(handle.logarithms, score)
    }
}
