import CPocketSphinx

/// One PocketSphinx decoder: a search per vocabulary it has met, one of them current. About 5 MB, and as much again once it
/// has met answers that have a form.
///
/// Not for two threads at once: `DecoderPool` lends it to one stream for one utterance at a time, which is why the
/// class may be `@unchecked Sendable`.
final class SphinxDecoder: @unchecked Sendable {
    let removesNoise: Bool
    private let corpus: CompiledCorpus
    private let handle: SphinxHandle
    private var loaded: Set<String> = []
    /// Hears the form beside everything else, where the vocabulary of the utterance has one.
    private var forms: FormDecoder?
    private var form: AnswerForm?
    private var isInUtterance = false

    init(_ corpus: CompiledCorpus, removesNoise: Bool) throws(SpeechError) {
        self.corpus = corpus
        self.removesNoise = removesNoise
        handle = try SphinxHandle(corpus, removesNoise: removesNoise)
    }

    /// Whether `start` for this vocabulary needs no reading.
    func hasLoaded(_ vocabulary: String) -> Bool { loaded.contains(vocabulary) }

    /// Reads the vocabulary's language model if this decoder has not, and builds its search. About 20 ms, once; twice that
    /// for a vocabulary with a form.
    func load(_ vocabulary: String) throws(SpeechError) {
        guard !loaded.contains(vocabulary) else { return }
        try build(vocabulary)
        loaded.insert(vocabulary)
        // Whether a decoder keeps what it needs to pass over a sound again is up to the search built last.
        let others = loaded.subtracting(corpus.forms.keys)
        if corpus.forms[vocabulary] != nil, let other = others.min() { try build(other) }
    }

    /// Beside a form there is no second pass over the words found: it would take 20 ms for each second of digits, and the
    /// form knows better.
    private func build(_ vocabulary: String) throws(SpeechError) {
        let path = corpus.languageModelPath(vocabulary)
        unsafe cmd_ln_set_int_r(ps_get_config(handle.decoder), "-fwdflat", corpus.forms[vocabulary] == nil ? 1 : 0)
        guard unsafe ps_set_lm_file(handle.decoder, vocabulary, path) == 0 else { throw .unavailable(path) }
    }

    /// Begins an utterance.
    ///
    /// - Parameter mean: the cepstral mean of the call so far; nil for the model's own.
    func start(_ vocabulary: String, mean: CepstralMean?) throws(SpeechError) {
        abandon()
        try load(vocabulary)
        try handle.start(vocabulary, mean: mean ?? .english)
        isInUtterance = true
        form = corpus.forms[vocabulary]
        guard form != nil else { return }
        if forms == nil { forms = try FormDecoder(corpus, removesNoise: removesNoise) }
        try forms?.start(vocabulary, mean: mean ?? .english)
    }

    /// Decodes samples of the utterance, 16 kHz.
    func process(_ samples: [Int16]) throws(SpeechError) {
        try handle.process(samples)
        if form != nil { try forms?.process(samples) }
    }

    /// The best words so far.
    var hypothesis: String { handle.hypothesis }

    /// Ends the utterance: its words, how sure the decoder is of them, and the cepstral mean it leaves.
    func end() throws(SpeechError) -> (text: String, confidence: Double, mean: CepstralMean) {
        isInUtterance = false
        let formed = form == nil ? nil : try forms?.end()
        try handle.end()
        let text = hypothesis
        let posterior = unsafe ps_get_prob(handle.decoder)
        // Per word, because the posterior of a long sentence is always tiny.
        let words = Int32(clamping: max(1, text.split(separator: " ").count))
        let confidence = text.isEmpty ? 0 : unsafe logmath_exp(ps_get_logmath(handle.decoder), posterior / words)
        var mean = CepstralMean.english
        unsafe mean.values.withUnsafeMutableBufferPointer {
            unsafe parley_sphinx_get_mean(handle.decoder, $0.baseAddress)
        }
        return (form?.choose(heard: text, formed: formed ?? "") ?? text, min(1, confidence), mean)
    }

    /// Drops the utterance at hand, if any.
    func abandon() {
        guard isInUtterance else { return }
        isInUtterance = false
        _ = try? handle.end()
        if form != nil { _ = try? forms?.end() }
    }
}
