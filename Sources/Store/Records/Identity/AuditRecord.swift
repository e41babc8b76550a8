import Document
import Secure
import SQL

/// An entry of the audit, in its chain: each record's hash covers the hash before it, so none can be changed, removed or put in
/// between without every later hash being wrong.
package struct AuditRecord: Hashable, Sendable {
    package let entry: AuditEntry
    /// From 1, without gaps, within a workspace.
    package let sequence: Int
    /// `hash` of the record before; 64 zeros for the first.
    package let previousHash: String
    /// SHA-256 of the canonical bytes, in hexadecimal digits.
    package let hash: String

    static let noHash = String(repeating: "0", count: 64)

    init(_ entry: AuditEntry, after previous: AuditRecord?) {
        self.entry = entry
        sequence = (previous?.sequence ?? 0) + 1
        previousHash = previous?.hash ?? Self.noHash
        hash = Self.hash(of: entry, sequence, previousHash)
    }

    init(row: SQLRow) throws {
        var entry = AuditEntry(
            actor: try row["actor"], action: try row["action"], target: try row["target"],
            in: try row["workspace_id"], at: Moment.date(try row["at"]))
        entry.before = try Self.json(try row["before_value"])
        entry.after = try Self.json(try row["after_value"])
        entry.requestID = try row["request_id"]
        self.entry = entry
        sequence = try row["seq"]
        previousHash = try row["prev_hash"]
        hash = try row["hash"]
    }

    /// Whether it is what was written, after the record that has `previous` for its hash.
    func follows(_ previous: String, at sequence: Int) -> Bool {
        self.sequence == sequence && previousHash == previous
            && hash == Self.hash(of: entry, sequence, previous)
    }

    /// The canonical bytes are a JSON object with sorted keys and without spaces.
    private static func hash(of entry: AuditEntry, _ sequence: Int, _ previous: String) -> String {
        let canonical: JSON = [
            "workspace_id": .string(entry.workspace), "seq": .int(sequence), "at": .int(Moment.milliseconds(entry.at)),
            "actor": .string(entry.actor), "action": .string(entry.action), "target": .string(entry.target),
            "before": entry.before ?? .null, "after": entry.after ?? .null,
            "request_id": entry.requestID.map(JSON.string) ?? .null, "prev_hash": .string(previous),
        ]
        return Hexadecimal.text(Digest.sha256(Array(canonical.data)))
    }

    private static func json(_ text: String?) throws -> JSON? {
        guard let text else { return nil }
        guard let value = try? JSON(parsing: text) else { throw StoreError.corrupt("an entry of the audit") }
        return value
    }
}
