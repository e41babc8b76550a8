import Store
import Supervision
import Timing

/// Whose sessions are, as known for two seconds: feeds ask at every event.
///
/// Bounded: beyond `capacity` everything is forgotten and asked again. What cannot be asked stays as it was known.
actor FeedSight {
    private struct Key: Hashable {
        let session: String
        let workspace: String
    }

    private static let freshness: Duration = .seconds(2)
    private static let capacity = 4_096

    private let services: FeedServices
    private var known: [Key: (ownership: Ownership, at: Instant)] = [:]

    init(_ services: FeedServices) {
        self.services = services
    }

    /// `nil` when nobody knows the session.
    func ownership(of session: String, in workspace: String) async -> Ownership? {
        let key = Key(session: session, workspace: workspace)
        let old = known[key]
        if let old, Instant.monotonic() - old.at < Self.freshness { return old.ownership }
        do throws(StoreError) {
            let found = try await services.ownership(of: session, in: workspace)
            if known.count >= Self.capacity { known.removeAll() }
            known[key] = found.map { ($0, Instant.monotonic()) }
            return found
        } catch {
            return old?.ownership
        }
    }

    /// Whether a scope shows a session now; `nil` when nobody knows the session.
    func shows(_ session: String, to scope: Scope) async -> Bool? {
        await ownership(of: session, in: scope.workspace).map { scope.shows(session, of: $0) }
    }
}
