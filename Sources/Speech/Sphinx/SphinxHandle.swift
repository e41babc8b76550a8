import CPocketSphinx

/// The library's decoder, and what is done with one whichever search is current.
@safe struct SphinxHandle: ~Copyable {
    let decoder: OpaquePointer

    /// The second pass, after the sound: frames around a word's place of the first pass in which it may start, and how far
    /// behind the best a path may fall. Nearer than the library's own 25 and 1e-64, which cost a fifth more and find no more.
    private static let secondPass = (window: 10, beam: 1e-48)

    init(_ corpus: CompiledCorpus, removesNoise: Bool) throws(SpeechError) {
        guard let configuration = unsafe parley_sphinx_configuration() else { throw .failed("configuration") }
        defer { unsafe cmd_ln_free_r(configuration) }
        unsafe cmd_ln_set_str_r(configuration, "-hmm", corpus.acousticModel.acoustics)
        unsafe cmd_ln_set_str_r(configuration, "-dict", corpus.dictionaryPath)
        unsafe cmd_ln_set_int_r(configuration, "-remove_noise", removesNoise ? 1 : 0)
        unsafe cmd_ln_set_int_r(configuration, "-fwdflatsfwin", Self.secondPass.window)
        unsafe cmd_ln_set_float_r(configuration, "-fwdflatbeam", Self.secondPass.beam)
        guard let decoder = unsafe ps_init(configuration) else { throw .failed("decoder start") }
        unsafe self.decoder = decoder
    }

    deinit { unsafe ps_free(decoder) }

    /// Begins an utterance with a search that was loaded under this name.
    func start(_ search: String, mean: CepstralMean) throws(SpeechError) {
        guard unsafe ps_set_search(decoder, search) == 0 else { throw .failed("vocabulary switch") }
        unsafe mean.values.withUnsafeBufferPointer { unsafe parley_sphinx_set_mean(decoder, $0.baseAddress) }
        unsafe ps_start_stream(decoder)
        guard unsafe ps_start_utt(decoder) == 0 else { throw .failed("utterance start") }
    }

    /// Decodes samples of the utterance, 16 kHz.
    func process(_ samples: [Int16]) throws(SpeechError) {
        let result = unsafe samples.withUnsafeBufferPointer {
            unsafe ps_process_raw(decoder, $0.baseAddress, $0.count, 0, 0)
        }
        guard result >= 0 else { throw .failed("decoding") }
    }

    func end() throws(SpeechError) {
        guard unsafe ps_end_utt(decoder) == 0 else { throw .failed("utterance end") }
    }

    /// The best words so far.
    var hypothesis: String {
        var score: Int32 = 0
        guard let text = unsafe ps_get_hyp(decoder, &score) else { return "" }
        return unsafe String(cString: text)
    }
}
