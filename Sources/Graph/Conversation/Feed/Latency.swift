/// How long the stages of one turn took, in milliseconds (document 004, latency report).
package struct Latency: Codable, Hashable, Sendable {
    package var sttMs: Int
    /// Understanding, tools and phrasing together, whether or not a language model took part.
    package var llmMs: Int
    package var ttsMs: Int
    package var totalMs: Int

    package init(sttMs: Int = 0, llmMs: Int, ttsMs: Int = 0, totalMs: Int? = nil) {
        self.sttMs = sttMs
        self.llmMs = llmMs
        self.ttsMs = ttsMs
        self.totalMs = totalMs ?? sttMs + llmMs + ttsMs
    }

    private enum CodingKeys: String, CodingKey {
        case sttMs = "stt_ms"
        case llmMs = "llm_ms"
        case ttsMs = "tts_ms"
        case totalMs = "total_ms"
    }
}
