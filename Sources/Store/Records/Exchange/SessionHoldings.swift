package import FoundationEssentials

/// Which process holds which session. A holding ends ten seconds after it was last renewed, or when its process is known to be
/// gone.
package protocol SessionHoldings: Sendable {
    /// Takes a session that nobody holds; `nil` when somebody does. Who holds it already gets the same holding.
    func claim(_ session: String, by process: String, now: Date) async throws(StoreError) -> Holding?

    /// Holds on; `false` when another process has it now, or had it meanwhile. A holding that has ended without anybody
    /// claiming the session goes on.
    func renew(_ holding: Holding, now: Date) async throws(StoreError) -> Bool

    /// Lets go, if it is still held.
    func release(_ holding: Holding) async

    /// Ends the holding of a process that is gone, before its time; whether that was done now, by this call.
    func bury(_ session: String, now: Date) async throws(StoreError) -> Bool

    /// Who holds a session.
    func holder(of session: String, now: Date) async throws(StoreError) -> Holding?
}

extension SessionHoldings {
    package func bury(_ session: String, now: Date) -> Bool { false }
}
