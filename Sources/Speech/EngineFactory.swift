/// Makes the engines that the environment names, each with its place in a chain.
struct EngineFactory {
    private let settings: ProviderSettings
    private let switchboard: Switchboard

    init(_ environment: [String: String], _ switchboard: Switchboard) {
        settings = ProviderSettings(environment)
        self.switchboard = switchboard
    }

    func recognizers(
        before embedded: EmbeddedRecognizer
    ) throws(SpeechError) -> [Link<any SpeechRecognizer>] {
        var links: [Link<any SpeechRecognizer>] = []
        for block in try settings.blocks(of: "STT") {
            let isDeepgram = block.form == .deepgram
            let provider = try settings.provider(
                block, model: isDeepgram ? "nova-3" : "whisper-1", timeout: .seconds(3))
            let language = settings[block.prefix + "_LANGUAGE"] ?? "en"
            let engine: any SpeechRecognizer =
                isDeepgram
                ? DeepgramRecognizer(provider, over: try dialer(for: block), language: language)
                : HTTPRecognizer(provider, language: language)
            links.append(Link(candidate(.recognition, block, provider), engine, warmUp: warmUp(block, provider)))
        }
        links.append(Link(Candidate("embedded", isLocal: true), embedded))
        return links
    }

    func synthesizers(
        before embedded: EmbeddedSynthesizer, _ rendered: RenderedPhrases
    ) throws(SpeechError) -> [Link<any SpeechSynthesizer>] {
        var links: [Link<any SpeechSynthesizer>] = []
        for block in try settings.blocks(of: "TTS") {
            links.append(try synthesizer(block))
        }
        links.append(Link(Candidate("embedded", isLocal: true), embedded))
        links.append(Link(Candidate("rendered", isLocal: true, isLastResort: true), rendered))
        return links
    }

    /// The chain of language models; `nil` when none is named.
    func chatModel() throws(SpeechError) -> FallbackChatModel? {
        var links: [Link<any ChatModel>] = []
        for block in try settings.blocks(of: "LLM") {
            let provider = try settings.provider(block, model: "gpt-4o-mini", timeout: .seconds(5))
            links.append(
                Link(candidate(.model, block, provider), HTTPChatModel(provider), warmUp: warmUp(block, provider)))
        }
        return links.isEmpty ? nil : FallbackChatModel(links, switchboard: switchboard)
    }

    private func synthesizer(_ block: ProviderBlock) throws(SpeechError) -> Link<any SpeechSynthesizer> {
        if block.form == .piper { return try piper(block) }
        let isDeepgram = block.form == .deepgram
        let provider = try settings.provider(
            block, model: isDeepgram ? "aura-2-thalia-en" : "kokoro", timeout: .seconds(5))
        let rate = try settings.rate(block)
        let engine: any SpeechSynthesizer =
            isDeepgram
            ? DeepgramSynthesizer(provider, over: try dialer(for: block), rate: rate)
            : HTTPSynthesizer(
                provider, voice: settings[block.prefix + "_VOICE"] ?? "af_heart", rate: rate,
                format: settings[block.prefix + "_FORMAT"] ?? "pcm")
        return Link(candidate(.synthesis, block, provider), engine, warmUp: warmUp(block, provider))
    }

    private func piper(_ block: ProviderBlock) throws(SpeechError) -> Link<any SpeechSynthesizer> {
        guard let program = settings[block.prefix + "_PROGRAM"], let voice = settings[block.prefix + "_VOICE"] else {
            throw .malformed("PARLEY_\(block.prefix)_PROGRAM and PARLEY_\(block.prefix)_VOICE must name Piper's files")
        }
        let engine = try PiperSynthesizer(PiperProgram(path: program, voice: voice))
        let model = engine.traits.model
        return Link(
            Candidate(block.name, model: model, price: switchboard.prices.usual(.synthesis, block.name, model) ?? 0),
            engine)
    }

    private func candidate(_ kind: EngineReport.Kind, _ block: ProviderBlock, _ provider: Provider) -> Candidate {
        Candidate(
            block.name, model: provider.model, price: switchboard.prices.usual(kind, block.name, provider.model))
    }

    /// Sockets are opened by the engines themselves, before they are needed.
    private func warmUp(_ block: ProviderBlock, _ provider: Provider) -> (@Sendable () async -> Void)? {
        guard block.form == .openAI else { return nil }
        return { await provider.warmUp() }
    }

    private func dialer(for block: ProviderBlock) throws(SpeechError) -> any SocketDialer {
        guard let dialer = switchboard.dialer else {
            throw .malformed("PARLEY_\(block.prefix)_KIND: this program opens no WebSockets")
        }
        return dialer
    }
}
