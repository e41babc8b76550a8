/// Some variables of the environment that together name a provider.
struct ProviderBlock: Hashable {
    /// How the provider is spoken to.
    enum Form: String, CaseIterable {
        /// The OpenAI form over HTTP.
        case openAI = "openai"
        /// Deepgram's, over WebSockets.
        case deepgram
        /// A process on this machine.
        case piper

        /// Which kinds of engine there are of it.
        var kinds: [String] {
            switch self {
            case .openAI: ["STT", "TTS", "LLM"]
            case .deepgram: ["STT", "TTS"]
            case .piper: ["TTS"]
            }
        }

        /// Where it is when no address is given.
        var usualAddress: String? { self == .deepgram ? "wss://api.deepgram.com/v1" : nil }

        var schemes: [String] { self == .deepgram ? ["https", "http", "wss", "ws"] : ["https", "http"] }

        /// The variable that holds its key when the block has none.
        var usualKey: String { self == .deepgram ? "DEEPGRAM_API_KEY" : "OPENAI_API_KEY" }

        static func names(for kind: String) -> String {
            allCases.filter { $0.kinds.contains(kind) }.map(\.rawValue).joined(separator: " or ")
        }
    }

    /// As in `STT` or `STT_2`.
    let prefix: String
    let form: Form
    /// What reports, metrics and circuits call the engine: its form, with the block's number where there are several.
    let name: String
}
