import CPocketSphinx

/// One PocketSphinx decoder: a search per vocabulary it has met, one of them current. About 5 MB.
///
/// Not for two threads at once: `DecoderPool` lends it to one stream for one utterance at a time, which is why the
/// class may be `@unchecked Sendable`.
final class SphinxDecoder: @unchecked Sendable {
    @safe private struct Handle: ~Copyable {
        let decoder: OpaquePointer

        init(_ corpus: CompiledCorpus, removesNoise: Bool) throws(SpeechError) {
            guard let configuration = unsafe parley_sphinx_configuration() else { throw .failed("configuration") }
            defer { unsafe cmd_ln_free_r(configuration) }
            unsafe cmd_ln_set_str_r(configuration, "-hmm", corpus.acousticModel.acoustics)
            unsafe cmd_ln_set_str_r(configuration, "-dict", corpus.dictionaryPath)
            unsafe cmd_ln_set_int_r(configuration, "-remove_noise", removesNoise ? 1 : 0)
            guard let decoder = unsafe ps_init(configuration) else { throw .failed("decoder start") }
            unsafe self.decoder = decoder
        }

        deinit { unsafe ps_free(decoder) }
    }

    let removesNoise: Bool
    private let corpus: CompiledCorpus
    private let handle: Handle
    private var loaded: Set<String> = []
    private var isInUtterance = false

    init(_ corpus: CompiledCorpus, removesNoise: Bool) throws(SpeechError) {
        self.corpus = corpus
        self.removesNoise = removesNoise
        handle = try Handle(corpus, removesNoise: removesNoise)
    }

    /// Whether `start` for this vocabulary needs no reading.
    func hasLoaded(_ vocabulary: String) -> Bool { loaded.contains(vocabulary) }

    /// Reads the vocabulary's language model if this decoder has not, and builds its search. About 20 ms, once.
    func load(_ vocabulary: String) throws(SpeechError) {
        guard !loaded.contains(vocabulary) else { return }
        let path = corpus.languageModelPath(vocabulary)
        guard unsafe ps_set_lm_file(handle.decoder, vocabulary, path) == 0 else { throw .unavailable(path) }
        loaded.insert(vocabulary)
    }

    /// Begins an utterance.
    ///
    /// - Parameter mean: the cepstral mean of the call so far; nil for the model's own.
    func start(_ vocabulary: String, mean: CepstralMean?) throws(SpeechError) {
        abandon()
        try load(vocabulary)
        guard unsafe ps_set_search(handle.decoder, vocabulary) == 0 else { throw .failed("vocabulary switch") }
        let mean = mean ?? .english
        unsafe mean.values.withUnsafeBufferPointer { unsafe parley_sphinx_set_mean(handle.decoder, $0.baseAddress) }
        unsafe ps_start_stream(handle.decoder)
        guard unsafe ps_start_utt(handle.decoder) == 0 else { throw .failed("utterance start") }
        isInUtterance = true
    }

    /// Decodes samples of the utterance, 16 kHz.
    func process(_ samples: [Int16]) throws(SpeechError) {
        let result = unsafe samples.withUnsafeBufferPointer {
            unsafe ps_process_raw(handle.decoder, $0.baseAddress, $0.count, 0, 0)
        }
        guard result >= 0 else { throw .failed("decoding") }
    }

    /// The best words so far.
    var hypothesis: String {
        var score: Int32 = 0
        guard let text = unsafe ps_get_hyp(handle.decoder, &score) else { return "" }
        return unsafe String(cString: text)
    }

    /// Ends the utterance: its words, how sure the decoder is of them, and the cepstral mean it leaves.
    func end() throws(SpeechError) -> (text: String, confidence: Double, mean: CepstralMean) {
        isInUtterance = false
        guard unsafe ps_end_utt(handle.decoder) == 0 else { throw .failed("utterance end") }
        let text = hypothesis
        let posterior = unsafe ps_get_prob(handle.decoder)
        // Per word, because the posterior of a long sentence is always tiny.
        let words = Int32(clamping: max(1, text.split(separator: " ").count))
        let confidence = text.isEmpty ? 0 : unsafe logmath_exp(ps_get_logmath(handle.decoder), posterior / words)
        var mean = CepstralMean.english
        unsafe mean.values.withUnsafeMutableBufferPointer {
            unsafe parley_sphinx_get_mean(handle.decoder, $0.baseAddress)
        }
        return (text, min(1, confidence), mean)
    }

    /// Drops the utterance at hand, if any.
    func abandon() {
        guard isInUtterance else { return }
        isInUtterance = false
        unsafe ps_end_utt(handle.decoder)
    }
}
