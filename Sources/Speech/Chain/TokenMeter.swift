/// Counts what an answer of a language model costs: as the provider says, else four characters a token, which is about right
/// for English.
struct TokenMeter {
    private let questionCharacters: Int
    private var answerCharacters = 0
    private var told: ChatUsage?

    init(_ request: ChatRequest) {
        questionCharacters = request.messages.reduce(0) { $0 + $1.content.count }
    }

    mutating func add(_ fragment: ChatFragment) {
        switch fragment {
        case .text(let text): answerCharacters += text.count
        case .call(_, let name, let arguments): answerCharacters += name.count + arguments.count
        case .usage(let usage): told = usage
        }
    }

    var amount: EngineReport.Amount {
        EngineReport.Amount(
            inputTokens: told?.input ?? (questionCharacters + 3) / 4,
            outputTokens: told?.output ?? (answerCharacters + 3) / 4)
    }
}
