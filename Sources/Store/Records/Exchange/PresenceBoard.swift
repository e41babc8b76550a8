package import FoundationEssentials

/// Who is there. Whoever stays is shown again every ten seconds.
package protocol PresenceBoard: Sendable {
    /// Shows somebody, for `Presence.lifetime`.
    func show(_ presence: Presence, now: Date) async throws(StoreError)

    func remove(_ id: String, from workspace: String) async

    /// Those who are there, in the order they came.
    func present(in workspace: String, now: Date) async throws(StoreError) -> [Presence]
}
