package import Document

/// Where the time of one answer went, in milliseconds.
package struct TurnFigures: Hashable, Sendable {
    /// From the caller's last loud frame to the agent's first loud packet.
    package let answer: Double
    /// The silence the agent chose to wait for; `nil` where it does not say.
    package let wait: Double?
    /// What recogniser, conversation and synthesiser took after the wait.
    package let engines: Double?

    package init(answer: Double, wait: Double?, engines: Double?) {
        self.answer = answer
        self.wait = wait
        self.engines = engines
    }

    /// - Parameter latency: the `data` of the log's `turn_latency` frame for the turn.
    package init(answer: Double, latency: JSON?) {
        func milliseconds(_ name: String) -> Double? { latency?[name]?.double }
        let stages = ["stt_ms", "llm_ms", "first_byte_ms"].compactMap(milliseconds)
        self.init(
            answer: answer, wait: milliseconds("endpointing_ms"),
            engines: stages.count == 3 ? stages.reduce(0, +) : nil)
    }

    /// Beyond the chosen wait and the engines' own time.
    package var added: Double? {
        guard let wait, let engines else { return nil }
        return max(0, answer - wait - engines)
    }
}
