/// What a provider charges, in millionths of the currency.
package struct Price: Hashable, Sendable {
    /// For a second of sound recognised.
    package var second = 0.0
    /// For a character spoken.
    package var character = 0.0
    /// For a thousand tokens read, and written.
    package var inputTokens = 0.0
    package var outputTokens = 0.0

    package init(second: Double = 0, character: Double = 0, inputTokens: Double = 0, outputTokens: Double = 0) {
        self.second = second
        self.character = character
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
    }

    /// Rounded up, so that small requests do not come free.
    package func micros(for amount: EngineReport.Amount) -> Int {
        let sum =
            amount.seconds * second + Double(amount.characters) * character
            + Double(amount.inputTokens) * inputTokens / 1000 + Double(amount.outputTokens) * outputTokens / 1000
        return Int(min(sum, 1e15).rounded(.up))
    }
}
