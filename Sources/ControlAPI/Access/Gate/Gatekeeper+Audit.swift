package import Document
import FoundationEssentials
package import Store
import Supervision

extension Gatekeeper {
    /// Writes down what somebody did. Throws `unavailable`: what cannot be written down should not be done.
    package func record(
        _ action: String, _ target: String, by author: Author, before: JSON? = nil, after: JSON? = nil
    ) async throws(AccessError) {
        var entry = AuditEntry(actor: author.id, action: action, target: target, in: author.workspace, at: clock())
        entry.before = before
        entry.after = after
        entry.requestID = author.requestID
        let written = entry
        try await asking { () async throws(StoreError) in _ = try await database.append(written) }
    }

    /// A page of the audit, newest first.
    package func audit(
        _ query: AuditQuery, in workspace: String = Workspace.first
    ) async throws(AccessError) -> [AuditRecord] {
        try await asking { () async throws(StoreError) in try await database.audit(query, in: workspace) }
    }

    /// Follows the chain of the audit.
    package func verifyAudit(in workspace: String = Workspace.first) async throws(AccessError) -> AuditVerdict {
        try await asking { () async throws(StoreError) in try await database.verifyAudit(in: workspace) }
    }
}
