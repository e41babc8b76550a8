import Conversation
package import Dialogue
package import Document
import Logging
import Timing

/// Where the time of each turn went, for the log: document 004's frame as it is, and all stages in one of their own.
extension CallSession {
    func report(_ timings: TurnTimings) {
        let latency = Latency(
            sttMs: Int(timings.recognition.inMilliseconds), llmMs: Int(timings.thinking.inMilliseconds),
            ttsMs: Int(timings.synthesis.inMilliseconds), totalMs: Int(timings.total.inMilliseconds))
        journal.report(latency)
        journal.note("turn_latency", ["turn": .int(timings.turn), "data": .object(timings.stages)])
        logger.debug("turn answered", metadata: ["stages": "\(timings.stages)"])
    }
}

extension TurnTimings {
    /// In milliseconds; `stt_ms`, `llm_ms`, `tts_ms` and `total_ms` as in document 004.
    package var stages: [String: JSON] {
        [
            "endpointing_ms": Self.milliseconds(endpointing), "stt_ms": Self.milliseconds(recognition),
            "llm_ms": Self.milliseconds(thinking), "queueing_ms": Self.milliseconds(queueing),
            "first_byte_ms": Self.milliseconds(firstByte), "playout_ms": Self.milliseconds(playout),
            "tts_ms": Self.milliseconds(synthesis), "total_ms": Self.milliseconds(total),
            "overhead_ms": Self.milliseconds(overhead),
        ]
    }

    private static func milliseconds(_ duration: Duration) -> JSON { .int(Int(duration.inMilliseconds)) }
}
