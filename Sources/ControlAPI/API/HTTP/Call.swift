import Access
import Document
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Supervision
import Surface

/// A request that was let in: who asks, and what for, checked by the operation's schemas.
struct Call: Sendable {
    let operation: APIOperation
    /// `nil` for what is open to everybody.
    let admission: Admission?
    let request: Request
    /// The connection it came on.
    let context: APIContext
    /// Whom a trusted proxy names as the sender; `nil` without such a proxy.
    let sender: String?
    let now: Date
    /// Query parameters that the operation knows, typed by their schemas.
    let query: [String: JSON]
    /// An empty object when there is none.
    let body: JSON

    /// The request's name in logs, events and the audit.
    var mark: String { context.mark }

    /// Where it came from.
    var peer: String { sender ?? context.peer }

    /// Who asks; where nobody is asked who they are, a stranger who may nothing.
    var principal: Principal { admission?.principal ?? .stranger }

    /// What the one who asks may see.
    var scope: Scope { principal.scope }

    /// Who it was, for the audit.
    var author: Author { Author(principal, requestID: mark) }

    /// The part of the path of this name; an operation without it is a broken invariant.
    subscript(name: String) -> String {
        guard let part = context.parameters.get(name) else {
            preconditionFailure("\(operation.name) has no {\(name)}")
        }
        let isPlain = !part.utf8.contains(UInt8(ascii: "%"))
        return isPlain ? part : part.removingPercentEncoding ?? part
    }

    /// The session the path names.
    var session: String { self["session_id"] }

    func header(_ name: String) -> String? {
        HTTPField.Name(name).flatMap { request.headers[$0] }
    }

    /// The text under a key of the body, without white space at its ends.
    ///
    /// Throws: `Problem` when nothing is left.
    func text(_ key: String) throws(Problem) -> String {
        let text = (body[key]?.string ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { throw .invalid("/\(key)", "\(key) is empty") }
        return text
    }

    /// Seconds that `Prefer: wait=` asks for (RFC 7240 §4.3), at most 30; `nil` without.
    var wait: Duration? {
        let wishes = header("Prefer")?.split(whereSeparator: { $0 == "," || $0 == ";" }) ?? []
        for wish in wishes {
            let parts = wish.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, parts[0].lowercased() == "wait", let seconds = Int(parts[1]) else { continue }
            return .seconds(min(max(0, seconds), 30))
        }
        return nil
    }
}

extension Principal {
    /// Somebody who was not asked who they are.
    static let stranger = Principal(id: "stranger", role: .caller, grants: [])
}
