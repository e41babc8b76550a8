import Access
import Document
import Foundation
import HTTPTypes
import Store
import Supervision
import Surface

extension Routes {
    /// Who did what, and the machines.
    func addOversight(to endpoints: inout Endpoints) {
        endpoints.serve("listAudit") { call in
            var query = AuditQuery()
            query.actor = call.query["actor"]?.string
            query.action = call.query["action"]?.string
            query.target = call.query["target"]?.string
            query.from = call.moment("from")
            query.to = call.moment("to")
            query.limit = call.query["limit"]?.int ?? 50
            if let cursor = call.query["cursor"]?.string {
                guard let before = Int(cursor) else { throw Problem.invalid("/cursor", "cursor is none of this list") }
                query.before = before
            }
            let found = try await plane.gatekeeper.audit(query, in: call.principal.workspace)
            let next = found.count == query.limit ? found.last.map { String($0.sequence) } : nil
            return .page(found.map(\.json), of: "entries", next: next, call)
        }
        endpoints.serve("listWorkers") { _ in
            let workers = await configuration.surroundings.presentWorkers()
            return HTTPReply(["workers": .array(workers.map(\.json))])
        }
        endpoints.serve("drainWorker") { call in
            guard var drained = try await configuration.surroundings.workers?.drain(call["worker_id"], now: call.now)
            else {
                throw Problem(.notFound, "There is no worker with this id.")
            }
            // It hears of it with its next report.
            drained.isDraining = true
            await plane.audit(call, "worker.drain", on: drained.id)
            return HTTPReply(drained.json, .accepted)
        }
    }
}

extension AuditRecord {
    fileprivate var json: JSON {
        [
            "seq": .int(sequence), "at": .string(entry.at.moment), "actor": .string(entry.actor),
            "action": .string(entry.action), "target": .string(entry.target), "before": entry.before ?? .null,
            "after": entry.after ?? .null, "request_id": entry.requestID.map(JSON.string) ?? .null,
            "prev_hash": .string(previousHash), "hash": .string(hash),
        ]
    }
}

extension WorkerReport {
    fileprivate var json: JSON {
        [
            "id": .string(id), "state": isDraining ? "draining" : "serving", "capacity": .int(capacity),
            "active": .int(calls), "load": .number(load),
        ]
    }
}
