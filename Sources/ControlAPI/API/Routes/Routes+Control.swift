import Access
import Conversation
import Document
import Foundation
import HTTPTypes
import Store
import Supervision
import Surface
import Token

extension Routes {
    /// How long the holder of a session may take to answer about its lease.
    private static let patience = Duration.seconds(3)

    /// Who has the say, and who listens.
    func addControl(to endpoints: inout Endpoints) {
        endpoints.serve("acquireLease") { call in try await acquire(call) }
        endpoints.serve("releaseLease") { call in
            _ = try await carryOut(.releaseLease, call)
            await plane.audit(call, "lease.release", on: call.session)
            return HTTPReply(.noContent)
        }
        endpoints.serve("attach") { call in
            let record = try await sessions.live(call.session, in: call.scope)
            let mode = call.body["mode"]?.string.flatMap(Attachment.Mode.init) ?? .monitor
            let visibility = call.body["visibility"]?.string.flatMap(Attachment.Visibility.init) ?? .announced
            let attachment = Attachment(of: call.principal, mode, visibility)
            let reply = try entry(attachment, to: record.summary.room ?? record.summary.id, call.now, .created)
            await plane.attachments.join(attachment, to: call.session)
            await audit(call, "attach.\(mode.rawValue)", attachment)
            return reply.at("/api/sessions/\(call.session)/supervisors/\(attachment.id)")
        }
        endpoints.serve("changeAttachment") { call in try await change(call) }
        endpoints.serve("detach") { call in
            let record = try await sessions.record(call.session, in: call.scope)
            let attachment = try await plane.attachments.own(
                call["attachment_id"], of: call.session, by: call.principal)
            await plane.attachments.leave(attachment, from: call.session)
            await plane.rooms?.remove(attachment.identity, from: record.summary.room ?? record.summary.id)
            await audit(call, "detach", attachment)
            return HTTPReply(.noContent)
        }
    }

    private func acquire(_ call: Call) async throws -> HTTPReply {
        let steals = call.body["steal"]?.bool ?? false
        guard !steals || call.principal.role == .admin else { throw Problem.forbidden(call.principal.role) }
        let seconds = call.body["ttl_s"]?.double ?? 30
        let report = try await carryOut(.acquireLease(for: seconds, steals: steals), call)
        await plane.audit(call, steals ? "lease.steal" : "lease.acquire", on: call.session)
        let lease = await plane.board.view(of: call.session).lease(at: Date())
        guard report.outcome.status == .applied else {
            guard report.outcome.reason == "control-held" else {
                throw Problem(
                    .conflict, "The lease cannot be had now.",
                    ["reason": report.outcome.reason.map(JSON.string) ?? .null])
            }
            throw Problem(
                .controlHeld, "Somebody else has the say in this session.",
                [
                    "holder": lease.map { .string($0.holder) } ?? .null,
                    "expires_at": lease.map { .string($0.expiry.moment) } ?? .null,
                ])
        }
        guard let lease else { throw Problem.unheld }
        return HTTPReply(lease.json)
    }

    /// Sends a command and waits for what becomes of it.
    private func carryOut(_ body: Command.Body, _ call: Call) async throws -> CommandReport {
        var order = CommandOrder(CommandRequest(body), in: call.session, by: call.principal)
        order.mark = call.mark
        order.trace = call.header("traceparent")
        let report = await commands.outcome(of: try await commands.send(order), within: Self.patience)
        guard report.outcome.status.isFinal else { throw Problem.unheld }
        return report
    }

    /// Another way to be in the room is another identity with another token; the old one leaves.
    private func change(_ call: Call) async throws -> HTTPReply {
        let record = try await sessions.live(call.session, in: call.scope)
        let old = try await plane.attachments.own(call["attachment_id"], of: call.session, by: call.principal)
        var new = old
        new.mode = call.body["mode"]?.string.flatMap(Attachment.Mode.init) ?? old.mode
        new.visibility = call.body["visibility"]?.string.flatMap(Attachment.Visibility.init) ?? old.visibility
        new.identity = Attachment.newIdentity()
        let room = record.summary.room ?? record.summary.id
        let reply = try entry(new, to: room, call.now, .ok)
        await plane.attachments.change(new, in: call.session)
        await plane.rooms?.remove(old.identity, from: room)
        await audit(call, "attach.\(new.mode.rawValue)", new)
        return reply
    }

    private func entry(
        _ attachment: Attachment, to room: String, _ now: Date, _ status: HTTPResponse.Status
    ) throws -> HTTPReply {
        guard let access = configuration.voice else { throw Problem.noVoice }
        return HTTPReply(
            [
                "attachment_id": .string(attachment.id), "mode": .string(attachment.mode.rawValue),
                "visibility": .string(attachment.visibility.rawValue),
                "livekit": try access.entry(.supervisor(attachment, in: room), now: now),
            ], status)
    }

    private func audit(_ call: Call, _ action: String, _ attachment: Attachment) async {
        await plane.audit(call, action, on: call.session, after: attachment.presence)
    }
}
