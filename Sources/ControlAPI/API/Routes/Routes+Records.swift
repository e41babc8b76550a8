import Conversation
import Document
import Foundation
import Live
import Store
import Supervision
import Surface

extension Routes {
    /// What is kept of a session.
    func addRecords(to endpoints: inout Endpoints) {
        endpoints.serve("getState") { call in
            _ = try await sessions.record(call.session, in: call.scope)
            guard let state = try await sessions.store.state(of: call.session, now: call.now) else {
                throw Problem(.notFound, "This session has no state: it has not begun, or it is long over.")
            }
            let json = try JSON(encoding: state)
            return HTTPReply(call.principal.role == .caller ? Self.redacted(json) : json)
        }
        endpoints.serve("listEvents") { call in try await events(call) }
        endpoints.serve("getTranscript") { call in
            let record = try await sessions.record(call.session, in: call.scope)
            let transcript = Transcript(await sessions.log.events(of: call.session, after: 0))
            let start = record.summary.startedAt
            return switch call.query["format"]?.string {
            case "vtt": HTTPReply(Array(transcript.webVTT(from: start).utf8), type: "text/vtt; charset=utf-8")
            case "txt": HTTPReply(Array(transcript.text.utf8), type: "text/plain; charset=utf-8")
            default: HTTPReply(transcript.json(of: call.session))
            }
        }
        endpoints.serve("listCheckpoints") { call in
            _ = try await sessions.record(call.session, in: call.scope)
            let limit = call.query["limit"]?.int ?? 50
            let found = try await sessions.checkpoints?.history(of: call.session, before: nil, limit: limit) ?? []
            return HTTPReply(["checkpoints": .array(found.map(Self.json))])
        }
        addNews(to: &endpoints)
    }

    /// Tasks and notifications.
    private func addNews(to endpoints: inout Endpoints) {
        endpoints.serve("listTasks") { call in
            _ = try await sessions.record(call.session, in: call.scope)
            let news = SessionNews(await sessions.log.events(of: call.session, after: 0))
            return HTTPReply(["tasks": .array(news.tasks)])
        }
        endpoints.serve("listNotifications") { call in
            _ = try await sessions.record(call.session, in: call.scope)
            let news = SessionNews(await sessions.log.events(of: call.session, after: 0))
            return HTTPReply(["notifications": .array(news.notifications)])
        }
        endpoints.serve("acknowledgeNotification") { call in
            let (session, id) = (call.session, call["notification_id"])
            _ = try await sessions.record(session, in: call.scope)
            var news = SessionNews(await sessions.log.events(of: session, after: 0))
            guard let known = news.notification(id) else {
                throw Problem(.notFound, "There is no notification with this id in this session.")
            }
            guard known["acknowledged_by"]?.isNull ?? true else { return HTTPReply(known) }
            let fields: [String: JSON] = ["notification_id": .string(id), "by": call.principal.json]
            let event = SessionEvent(session, .extra(type: "notification_ack", fields: fields))
            news.take(await sessions.log.append(event, at: call.now))
            return HTTPReply(news.notification(id) ?? known)
        }
    }

    /// A page of the log. What is said of a private attachment is for its supervisor and admins.
    private func events(_ call: Call) async throws -> HTTPReply {
        let session = call.session
        _ = try await sessions.record(session, in: call.scope)
        let after = call.query["after"]?.int ?? 0
        let extent = await sessions.log.extent(of: session) ?? LogExtent(oldest: 1, last: 0)
        guard after <= extent.last, after == 0 || after >= extent.oldest - 1 else {
            throw Problem(
                .cursorExpired, "The log does not reach there.",
                ["oldest_seq": .int(extent.oldest), "last_seq": .int(extent.last)])
        }
        let types = call.query["types"]?.string.map { Set($0.split(separator: ",").map(String.init)) }
        let limit = call.query["limit"]?.int ?? 100
        var page: [JSON] = []
        var place = after
        while page.count < limit {
            let batch = await sessions.log.events(of: session, after: place, limit: 200)
            guard let last = batch.last else { break }
            for event in batch where page.count < limit {
                place = event.sequence
                if types?.contains(event.type) ?? true, event.isShown(to: call.principal) { page.append(event.entry) }
            }
            if last.sequence >= extent.last { break }
        }
        return HTTPReply([
            "events": .array(page), "last_seq": .int(extent.last), "oldest_seq": .int(extent.oldest),
            "next_after": place < extent.last ? .int(place) : .null,
        ])
    }

    /// What a caller told, and how the conversation stands: nothing of what happens behind it.
    private static func redacted(_ state: JSON) -> JSON {
        let shown = [
            "session_id", "messages", "current_agent", "detected_intent", "confidence", "booking_slots", "turn_count",
            "created_at", "last_updated",
        ]
        var fields = shown.reduce(into: [String: JSON]()) { $0[$1] = state[$1] }
        fields["customer"] = ["name": state["customer"]?["name"] ?? .null]
        return .object(fields)
    }

    private static func json(_ checkpoint: StoredCheckpoint) -> JSON {
        [
            "sequence": .int(checkpoint.sequence), "parent": checkpoint.parent.map(JSON.int) ?? .null,
            "at": .string(checkpoint.at.moment), "label": .string(checkpoint.label),
            "bytes": .int(checkpoint.payload.count),
        ]
    }
}

extension LoggedEvent {
    /// The event as pages of the log have it: as the extended profile's frames.
    fileprivate var entry: JSON {
        guard case .object(var fields) = frame else { return frame }
        fields["seq"] = .int(sequence)
        fields["ts"] = .string(at.moment)
        fields["id"] = .string(id)
        fields["session_id"] = .string(sessionID)
        return .object(fields)
    }
}
