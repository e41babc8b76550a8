import Conversation
import Document
import Foundation
import HTTPTypes
import Store
import Supervision

extension Routes {
    /// How long a session lives without being written to (document 004: 30 minutes), in seconds.
    private static let lifetime: TimeInterval = 1800

    /// Beginning, finding and amending sessions.
    func addSessions(to endpoints: inout Endpoints) {
        endpoints.serve("createSession") { call in try await create(call) }
        endpoints.serve("listSessions") { call in
            var query = SessionQuery(
                isLive: call.query["status"]?.string.map { $0 == "live" }, owner: call.query["owner"]?.string,
                text: call.query["q"]?.string, cursor: call.query["cursor"]?.string,
                limit: call.query["limit"]?.int ?? 50)
            query.from = call.moment("from")
            query.to = call.moment("to")
            let (page, next) = try await sessions.directory.records(query, in: call.scope)
            return .page(page.map { $0.json(nil) }, of: "sessions", next: next, call)
        }
        endpoints.serve("getSession") { call in
            let record = try await sessions.record(call.session, in: call.scope)
            return HTTPReply(await view(of: record, for: call))
        }
        endpoints.serve("amendSession") { call in try await amend(call) }
    }

    private func create(_ call: Call) async throws -> HTTPReply {
        try await plane.quota.check(call.peer, sessions)
        let principal = call.principal
        try await checkBudget(of: principal.workspace, now: call.now)
        let channel = call.body["channel"]?.string.flatMap(SessionSummary.Channel.init) ?? .chat
        var owner: String?
        if case .supervisor(let id) = principal.scope.viewer { owner = id }
        let summary = try await sessions.create(channel, for: Ownership(workspace: principal.workspace, owner: owner))
        plane.quota.add(summary.id, of: call.peer)
        let told = ["customer", "metadata", "flow_id"].reduce(into: [String: JSON]()) { $0[$1] = call.body[$1] }
        if !told.isEmpty {
            await sessions.log.append(SessionEvent(summary.id, .extra(type: "session", fields: told)), at: call.now)
        }
        let token = await plane.callerToken(of: summary.id, call)
        return HTTPReply(Self.created(summary, token), .created).at("/api/sessions/\(summary.id)")
    }

    private static func created(_ summary: SessionSummary, _ token: String?) -> JSON {
        [
            "session_id": .string(summary.id), "channel": .string(summary.channel.rawValue),
            "room": summary.room.map(JSON.string) ?? .null, "websocket": .string("/ws/\(summary.id)"),
            "created_at": .string(summary.startedAt.moment),
            "expires_at": .string(summary.startedAt.addingTimeInterval(lifetime).moment),
            "token": token.map(JSON.string) ?? .null,
        ]
    }

    private func amend(_ call: Call) async throws -> HTTPReply {
        let id = call.session
        _ = try await sessions.record(id, in: call.scope)
        let tags = call.body["tags"].flatMap { $0.isNull ? nil : $0.elements.compactMap(\.string) }
        let isShown = try await sessions.directory.amend(
            id, title: call.body["title"]?.string, tags: tags, in: call.scope)
        guard isShown else { throw Problem.noSession }
        if let note = call.body["notes"]?.string {
            let fields: [String: JSON] = ["text": .string(note), "by": call.principal.json]
            await sessions.log.append(SessionEvent(id, .extra(type: "note", fields: fields)), at: call.now)
        }
        await plane.audit(call, "session.amend", on: id, after: call.body)
        return HTTPReply(await view(of: try await sessions.record(id, in: call.scope), for: call))
    }

    /// A session with who has the say in it.
    private func view(of record: SessionRecord, for call: Call) async -> JSON {
        let id = record.summary.id
        let control = await plane.board.view(of: id)
        let supervisors =
            call.principal.role == .caller
            ? [] : control.attachments.filter { $0.isShown(to: call.principal) }.map(\.presence)
        let lease = call.principal.role == .caller ? nil : control.lease(at: call.now)
        return record.json([
            "turn": .int(record.summary.turnCount), "lease": lease?.json ?? .null,
            "supervisors": .array(supervisors), "last_seq": .int(max(record.lastSequence, control.sequence)),
            "capabilities": .array(plane.capabilities(of: call.principal, in: record).map(JSON.string)),
        ])
    }
}

extension SessionRecord {
    /// The summary as document 004's lists have it, with what the directory adds, and more.
    func json(_ more: KeyValuePairs<String, JSON>?) -> JSON {
        var fields: [String: JSON] = [:]
        fields.reserveCapacity(24)
        if case .object(let known) = summary.json { fields.merge(known) { _, last in last } }
        fields["mode"] = .string(mode)
        fields["title"] = title.map(JSON.string) ?? .null
        fields["tags"] = .array(tags.map(JSON.string))
        fields["owner"] = ownership.owner.map(JSON.string) ?? .null
        fields["last_seq"] = .int(lastSequence)
        for (key, value) in more ?? [:] { fields[key] = value }
        return .object(fields)
    }
}
