import Conversation
import Document
import Store
import Supervision
import Surface
import Synchronization

/// How many live sessions one address may have begun.
///
/// Bounded: addresses beyond 10 000 are forgotten, all at once.
final class SessionQuota: Sendable {
    private let limit: Int?
    private let begun = Mutex<[String: [String]]>([:])

    /// - Parameter limit: `nil`: any number.
    init(_ limit: Int?) {
        self.limit = limit
    }

    /// Throws a `quota` problem when an address has as many live sessions as it may.
    func check(_ peer: String, _ sessions: Sessions) async throws {
        guard let limit else { return }
        let known = begun.withLock { $0[peer] ?? [] }
        guard known.count >= limit else { return }
        var live: [String] = []
        for id in known {
            let everything = Scope(viewer: .everybody)
            if try await sessions.directory.record(of: id, in: everything)?.summary.isLive == true { live.append(id) }
        }
        let left = live
        begun.withLock { $0[peer] = left }
        guard left.count < limit else {
            throw Problem(
                .quota, "Too many sessions are live from this address.", ["limit": .int(limit), "name": "sessions"])
        }
    }

    func add(_ session: String, of peer: String) {
        guard limit != nil else { return }
        begun.withLock { begun in
            if begun.count > 10_000 { begun = [:] }
            begun[peer, default: []].append(session)
        }
    }
}
