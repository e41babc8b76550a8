import CPocketSphinx

/// Hears nothing but the form of a vocabulary's whole answers. About 5 MB; a third of the work of hearing anything.
final class FormDecoder {
    private let corpus: CompiledCorpus
    private let handle: SphinxHandle
    private var loaded: Set<String> = []

    init(_ corpus: CompiledCorpus, removesNoise: Bool) throws(SpeechError) {
        self.corpus = corpus
        handle = try SphinxHandle(corpus, removesNoise: removesNoise)
    }

    func start(_ vocabulary: String, mean: CepstralMean) throws(SpeechError) {
        try load(vocabulary)
        try handle.start(vocabulary, mean: mean)
    }

    private func load(_ vocabulary: String) throws(SpeechError) {
        guard !loaded.contains(vocabulary) else { return }
        let path = corpus.grammarPath(vocabulary)
        let weight = unsafe Float(cmd_ln_float_r(ps_get_config(handle.decoder), "-lw"))
        guard let grammar = unsafe fsg_model_readfile(path, ps_get_logmath(handle.decoder), weight) else {
            throw .unavailable(path)
        }
        defer { unsafe fsg_model_free(grammar) }
        guard unsafe ps_set_fsg(handle.decoder, vocabulary, grammar) == 0 else { throw .failed("grammar") }
        loaded.insert(vocabulary)
    }

    func process(_ samples: [Int16]) throws(SpeechError) {
        try handle.process(samples)
    }

    /// Ends the utterance: its words, as many of the form as there were.
    func end() throws(SpeechError) -> String {
        try handle.end()
        return handle.hypothesis
    }
}
