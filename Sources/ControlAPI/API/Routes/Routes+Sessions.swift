import Conversation
import Document
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Store

extension Routes {
    /// How long a session lives without being written to (document 004: 30 minutes), in seconds.
    private static let lifetime: TimeInterval = 1800
    /// Sessions in one answer.
    private static let listed = 200

    /// `POST /api/sessions` and `GET /api/sessions`.
    func addSessions(to endpoints: inout Endpoints) {
        endpoints.on(.post, "/api/sessions") { request, _ in
            let body = try await request.object(limit: configuration.bodyLimit)
            let summary = try await sessions.create(Self.channel(in: body))
            var response = Response(json: Self.created(summary), status: .created)
            response.headers[.location] = "/api/sessions/\(summary.id)"
            return response
        }
        endpoints.on(.get, "/api/sessions") { _, _ in
            let all = try await sessions.store.summaries(now: Date())
            return Response(json: ["sessions": .array(try all.prefix(Self.listed).map { try JSON(encoding: $0) })])
        }
        endpoints.on(.get, "/api/sessions/:session_id") { _, context in
            let id = context.parameters.get("session_id") ?? ""
            guard let summary = try await sessions.store.summary(of: id, now: Date()) else { throw Problem.noSession }
            return Response(json: try JSON(encoding: summary))
        }
    }

    private static func channel(in body: JSON) throws(Problem) -> SessionSummary.Channel {
        guard let named = body["channel"], !named.isNull else { return .chat }
        guard let channel = named.string.flatMap(SessionSummary.Channel.init(rawValue:)) else {
            throw .invalid("/channel", "\"channel\" must be \"voice\" or \"chat\".")
        }
        return channel
    }

    private static func created(_ summary: SessionSummary) -> JSON {
        [
            "session_id": .string(summary.id), "channel": .string(summary.channel.rawValue),
            "room": summary.room.map(JSON.string) ?? .null, "websocket": .string("/ws/\(summary.id)"),
            "created_at": .string(timestamp(summary.startedAt)),
            "expires_at": .string(timestamp(summary.startedAt.addingTimeInterval(lifetime))),
        ]
    }

    /// RFC 3339 with milliseconds.
    static func timestamp(_ date: Date) -> String {
        date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }
}
