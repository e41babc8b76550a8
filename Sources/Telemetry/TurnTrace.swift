package import Document
package import FoundationEssentials
package import Speech
import Timing

/// The spans of one turn.
package enum TurnTrace {
    /// A request to an engine, and when it ended.
    package struct Work: Hashable, Sendable {
        package let report: EngineReport
        package let end: Date

        package init(_ report: EngineReport, end: Date) {
            self.report = report
            self.end = end
        }
    }

    /// The stages one after the other, as a `turn_latency` frame has them in milliseconds (`…_ms`).
    private static let stages = ["endpointing", "stt", "llm", "queueing", "first_byte", "playout"]

    /// The turn from the caller's last sound to the answer's first, its stages, and what engines did meanwhile.
    ///
    /// - Parameter latency: the session's `turn_latency` frame: `turn`, and `data` with the milliseconds.
    package static func spans(of latency: JSON, in session: String, played: Date, _ work: [Work]) -> [Span] {
        let identity: [String: JSON] = [
            "parley.session": .string(session), "parley.turn": .int(latency["turn"]?.int ?? 0),
        ]
        let milliseconds = latency["data"] ?? [:]
        let trace = Span.identifier(bytes: 16)
        let total = (milliseconds["total_ms"]?.double ?? 0) / 1000
        let start = played.addingTimeInterval(-total)
        let root = Span("turn", in: trace, under: nil, from: start, to: played, identity)
        var (spans, begin) = ([root], start)
        for stage in stages {
            guard let length = milliseconds[stage + "_ms"]?.double else { continue }
            let end = begin.addingTimeInterval(length / 1000)
            spans.append(Span(stage, in: trace, under: root.id, from: begin, to: end, identity))
            begin = end
        }
        return spans + work.map { span(of: $0, in: trace, under: root.id, identity) }
    }

    private static func span(
        of work: Work, in trace: String, under parent: String, _ identity: [String: JSON]
    ) -> Span {
        let report = work.report
        var attributes = identity
        attributes["parley.engine"] = .string(report.engine)
        attributes["parley.outcome"] = .string(report.outcome.rawValue)
        if !report.model.isEmpty { attributes["parley.model"] = .string(report.model) }
        if let firstByte = report.firstByte {
            attributes["parley.first_byte_ms"] = .int(Int(firstByte.inMilliseconds))
        }
        var span = Span(
            "\(report.kind.rawValue) \(report.engine)", in: trace, under: parent,
            from: work.end.addingTimeInterval(-report.total.inSeconds), to: work.end, attributes)
        span.isError = [.failed, .timedOut, .refused].contains(report.outcome)
        return span
    }
}
