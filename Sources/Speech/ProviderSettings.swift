/// Reads the `PARLEY_…` variables that name providers.
///
/// A kind's providers are blocks of variables: the first without a number (`PARLEY_STT_URL`), the others numbered in the order
/// in which they are asked (`PARLEY_STT_2_URL`, `PARLEY_STT_3_URL` …).
struct ProviderSettings {
    private static let blocks = 1...9

    private let environment: [String: String]

    init(_ environment: [String: String]) {
        self.environment = environment
    }

    /// The variable `PARLEY_<name>`; an empty one counts as unset.
    subscript(name: String) -> String? {
        environment["PARLEY_" + name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The blocks of a kind that name a provider, in order.
    ///
    /// - Parameter kind: "STT", "TTS" or "LLM".
    func blocks(of kind: String) throws(SpeechError) -> [ProviderBlock] {
        var found: [ProviderBlock] = []
        for number in Self.blocks {
            let prefix = number == 1 ? kind : "\(kind)_\(number)"
            guard self[prefix + "_URL"] != nil || self[prefix + "_KIND"] != nil else { continue }
            let name = self[prefix + "_KIND"] ?? ProviderBlock.Form.openAI.rawValue
            guard let form = ProviderBlock.Form(rawValue: name), form.kinds.contains(kind) else {
                throw .malformed("PARLEY_\(prefix)_KIND must be \(ProviderBlock.Form.names(for: kind))")
            }
            let isFirst = !found.contains { $0.form == form }
            found.append(ProviderBlock(prefix: prefix, form: form, name: isFirst ? name : "\(name)-\(number)"))
        }
        return found
    }

    /// The provider of a block. One without an address is at its form's usual place.
    func provider(
        _ block: ProviderBlock, model: String, timeout: Duration
    ) throws(SpeechError) -> Provider {
        guard let url = self[block.prefix + "_URL"] ?? block.form.usualAddress else {
            throw .malformed("PARLEY_\(block.prefix)_URL is missing")
        }
        guard Self.isAddress(url, block.form.schemes) else {
            let schemes = block.form.schemes.joined(separator: " or ")
            // The address itself may hold a secret and is not repeated.
            throw .malformed(
                "PARLEY_\(block.prefix)_URL must be an \(schemes) address without user, query or fragment")
        }
        let key = self[block.prefix + "_KEY"] ?? environment[block.form.usualKey]
        var provider = Provider(
            url: url, key: key, model: self[block.prefix + "_MODEL"] ?? model, timeout: try wait(block, timeout))
        provider.name = block.name
        return provider
    }

    /// Samples a second of a synthesising provider.
    func rate(_ block: ProviderBlock) throws(SpeechError) -> Int {
        guard let text = self[block.prefix + "_RATE"] else { return 24_000 }
        guard let rate = Int(text), [8000, 12_000, 16_000, 24_000, 48_000].contains(rate) else {
            throw .malformed("PARLEY_\(block.prefix)_RATE must be 8000, 12000, 16000, 24000 or 48000")
        }
        return rate
    }

    private func wait(_ block: ProviderBlock, _ usual: Duration) throws(SpeechError) -> Duration {
        guard let text = self[block.prefix + "_TIMEOUT_MS"] else { return usual }
        guard let milliseconds = Int(text), (1...600_000).contains(milliseconds) else {
            throw .malformed("PARLEY_\(block.prefix)_TIMEOUT_MS must be a number of milliseconds")
        }
        return .milliseconds(milliseconds)
    }

    /// Keys belong into variables of their own, not into addresses, which end up in logs elsewhere.
    private static func isAddress(_ url: String, _ schemes: [String]) -> Bool {
        guard schemes.contains(where: { url.hasPrefix($0 + "://") }) else { return false }
        return !url.contains { "@?#".contains($0) || $0.isWhitespace }
    }
}
