package import Document
import FoundationEssentials
package import Store
import Supervision

extension Gatekeeper {
    /// Writes down what somebody did. Throws `unavailable`: what cannot be written down should not be done.
    /// - Parameter after: what it was done to, as it is now.
    package func record(
        _ action: String, _ target: String, by author: Author, after: JSON? = nil
    ) async throws(AccessError) {
        var entry = entry(action, target, by: author)
        entry.after = after
        try await record(entry)
    }

    /// The same, with whatever an entry can say.
    package func record(_ entry: AuditEntry) async throws(AccessError) {
        try await asking { () async throws(StoreError) in _ = try await database.append(entry) }
    }

    /// An entry of this moment.
    package func entry(_ action: String, _ target: String, by author: Author) -> AuditEntry {
        var entry = AuditEntry(actor: author.id, action: action, target: target, in: author.workspace, at: clock())
        entry.requestID = author.requestID
        return entry
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
