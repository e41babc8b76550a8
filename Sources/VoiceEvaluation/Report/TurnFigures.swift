package import Document

/// Where the time of one answer went, in milliseconds. The whole is measured on the sound, its parts are the session's:
/// what they leave is the way of the sound.
package struct TurnFigures: Hashable, Sendable {
    /// From the caller's last loud frame to the agent's first loud packet.
    package let answer: Double
    /// The silence the agent chose to wait for; `nil` where it does not say.
    package let wait: Double?
    /// What recogniser, conversation and synthesiser took after the wait.
    package let engines: Double?
    /// From the last of the caller's speech, as the agent knows it, to the first packet of the answer.
    package let session: Double?

    package init(answer: Double, wait: Double?, engines: Double?, session: Double?) {
        self.answer = answer
        self.wait = wait
        self.engines = engines
        self.session = session
    }

    /// - Parameter latency: the `data` of the log's `turn_latency` frame for the turn.
    package init(answer: Double, latency: JSON?) {
        func milliseconds(_ name: String) -> Double? { latency?[name]?.double }
        let stages = ["stt_ms", "llm_ms", "first_byte_ms"].compactMap(milliseconds)
        self.init(
            answer: answer, wait: milliseconds("endpointing_ms"),
            engines: stages.count == 3 ? stages.reduce(0, +) : nil, session: milliseconds("total_ms"))
    }

    /// Beyond the chosen wait and the engines' own time, on the agent's side.
    package var added: Double? {
        guard let wait, let engines, let session else { return nil }
        return max(0, session - wait - engines)
    }

    /// From the caller's last word until the agent counts silence (network, jitter buffer, the end of speech as the voice
    /// activity network finds it), and from the agent's first packet to what is loud.
    package var way: Double? { session.map { answer - $0 } }
}
