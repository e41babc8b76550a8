/// Reads the `PARLEY_…` variables that name providers.
struct ProviderSettings {
    private let environment: [String: String]

    init(_ environment: [String: String]) {
        self.environment = environment
    }

    /// The variable `PARLEY_<name>`; an empty one counts as unset.
    subscript(name: String) -> String? {
        environment["PARLEY_" + name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// - Parameter kind: "STT", "TTS" or "LLM".
    func provider(_ kind: String, model: String, timeout: Duration) throws(SpeechError) -> Provider? {
        guard let url = self[kind + "_URL"] else { return nil }
        guard Self.isAddress(url) else {
            // The address itself may hold a secret and is not repeated.
            throw .malformed("PARLEY_\(kind)_URL must be an http or https address without user, query or fragment")
        }
        var timeout = timeout
        if let text = self[kind + "_TIMEOUT_MS"] {
            guard let milliseconds = Int(text), (1...600_000).contains(milliseconds) else {
                throw .malformed("PARLEY_\(kind)_TIMEOUT_MS must be a number of milliseconds")
            }
            timeout = .milliseconds(milliseconds)
        }
        let key = self[kind + "_KEY"] ?? environment["OPENAI_API_KEY"]
        return Provider(url: url, key: key, model: self[kind + "_MODEL"] ?? model, timeout: timeout)
    }

    /// Samples a second of the synthesising provider.
    func rate() throws(SpeechError) -> Int {
        guard let text = self["TTS_RATE"] else { return 24_000 }
        guard let rate = Int(text), [8000, 12_000, 16_000, 24_000, 48_000].contains(rate) else {
            throw .malformed("PARLEY_TTS_RATE must be 8000, 12000, 16000, 24000 or 48000")
        }
        return rate
    }

    /// Keys belong into variables of their own, not into addresses, which end up in logs elsewhere.
    private static func isAddress(_ url: String) -> Bool {
        guard url.hasPrefix("https://") || url.hasPrefix("http://") else { return false }
        return !url.contains { "@?#".contains($0) || $0.isWhitespace }
    }
}
