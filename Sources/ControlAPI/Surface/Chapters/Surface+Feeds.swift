import Document
import Supervision

extension Surface {
    /// Feeds by server-sent events; those by WebSocket are in the AsyncAPI document.
    package static let feeds: [Operation] = [
        Operation(
            "streamEvents", .get, "/api/sessions/{session_id}/events/stream", "A session's log as it grows",
            in: "Feeds", for: .overseers("session:read"),
            answers: [Operation.Answer(200, "Server-sent events", mediaType: "text/event-stream")]
        ).reading(
            Operation.Parameter("after", in: .query, .count),
            Operation.Parameter("Last-Event-ID", in: .header, .text(upTo: 200)),
            Operation.Parameter("ticket", in: .query, .text(upTo: 200))
        ).counted(.stream).failing(.cursorExpired),
        Operation(
            "streamFeed", .get, "/api/feed/stream", "What happens in every session that is yours to see", in: "Feeds",
            for: .overseers("session:read"),
            answers: [Operation.Answer(200, "Server-sent events", mediaType: "text/event-stream")]
        ).reading(
            Operation.Parameter("Last-Event-ID", in: .header, .text(upTo: 1_000)),
            Operation.Parameter("ticket", in: .query, .text(upTo: 200))
        ).counted(.stream).failing(.cursorExpired),
    ]
}
