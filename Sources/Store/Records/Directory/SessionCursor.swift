import Conversation
import Foundation
import Secure
import Supervision

/// Where a page of sessions ends: behind the session that began then and is called so.
///
/// On the wire it is opaque and bound to the query and the scope it was made for: with another one, or changed, it is
/// none of ours. It grants nothing: a page shows what the scope shows, wherever it begins.
struct SessionCursor: Hashable {
    /// Milliseconds since 1970.
    let startedAt: Int
    let id: String

    init(_ record: SessionRecord) {
        startedAt = record.summary.startedAt.inMilliseconds
        id = record.summary.id
    }

    /// Throws `invalid` for a text that `text(of:in:)` did not make of the same query and scope.
    init(_ text: String, of query: SessionQuery, in scope: Scope) throws(StoreError) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)
        let parts = Data(base64Encoded: padded).flatMap { String(validating: $0, as: UTF8.self) }?
            .split(separator: " ", maxSplits: 2).map(String.init)
        guard let parts, parts.count == 3, let startedAt = Int(parts[1]) else { throw .invalid("cursor") }
        self.startedAt = startedAt
        id = parts[2]
        guard parts[0] == mark(query, scope) else { throw .invalid("cursor") }
    }

    /// Whether it comes later in a list: it began before, or at the same time with a smaller id.
    func isBehind(_ other: SessionCursor) -> Bool {
        (startedAt, id) < (other.startedAt, other.id)
    }

    func text(of query: SessionQuery, in scope: Scope) -> String {
        Data("\(mark(query, scope)) \(startedAt) \(id)".utf8).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// What binds it.
    private func mark(_ query: SessionQuery, _ scope: Scope) -> String {
        let filters = [
            query.isLive.map { "\($0)" }, query.owner, query.from.map { "\($0.inMilliseconds)" },
            query.to.map { "\($0.inMilliseconds)" }, query.text,
        ].map { $0.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ",")
        let bound = "\(filters)|\(scope.workspace)|\(scope.viewer)|\(startedAt)|\(id)"
        return Data(Digest.sha256(Array(bound.utf8)).prefix(12)).base64EncodedString()
    }
}
