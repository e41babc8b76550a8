/// What became of one request to one engine: for the ledger, the metrics and the log. Holds no words of anybody.
package struct EngineReport: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case recognition = "stt"
        case synthesis = "tts"
        case model = "llm"
    }

    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        case answered, failed, timedOut = "timed_out", refused, cancelled
        /// Another engine was faster, or was asked instead.
        case superseded
    }

    /// How much was used, in the units in which providers charge.
    package struct Amount: Hashable, Sendable {
        /// Sound recognised.
        package var seconds = 0.0
        /// Characters spoken.
        package var characters = 0
        package var inputTokens = 0
        package var outputTokens = 0

        package init(seconds: Double = 0, characters: Int = 0, inputTokens: Int = 0, outputTokens: Int = 0) {
            self.seconds = seconds
            self.characters = characters
            self.inputTokens = inputTokens
            self.outputTokens = outputTokens
        }
    }

    package var kind: Kind
    /// The engine's name in its chain, such as `embedded` or `openai`.
    package var engine: String
    package var model: String
    package var outcome: Outcome
    package var amount: Amount
    /// From the request to its first byte; `nil` when none came.
    package var firstByte: Duration?
    /// From the request to its end.
    package var total: Duration
    package var tag: UsageTag?

    package init(
        kind: Kind, engine: String, model: String, outcome: Outcome, amount: Amount = Amount(),
        firstByte: Duration? = nil, total: Duration, tag: UsageTag? = nil
    ) {
        self.kind = kind
        self.engine = engine
        self.model = model
        self.outcome = outcome
        self.amount = amount
        self.firstByte = firstByte
        self.total = total
        self.tag = tag
    }
}
