package import FoundationEssentials

/// Keeps what the control of a live session knows, so that another process goes on with it.
package protocol ControlStore: Sendable {
    /// Keeps a control. Throws `conflict` when a holder with a later epoch kept one already: what a former holder writes
    /// never replaces it.
    func save(_ control: Data, of session: String, epoch: Int) async throws(StoreError)

    /// What was kept last; `nil` for a session that has none.
    func control(of session: String) async throws(StoreError) -> Data?
}
