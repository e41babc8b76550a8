import Conversation
package import Feeds
package import FoundationEssentials
package import Store
import Supervision

/// What feeds stand on.
package struct FeedServices: Sendable {
    package let exchange: Exchange
    /// The states of live sessions.
    package let states: any SessionStore
    package let gate: any FeedGate
    package let intake: any FeedIntake
    package var timings = FeedTimings()
    package var quota = FeedQuota()
    package var clock: @Sendable () -> Date = { Date() }

    package init(
        exchange: Exchange, states: any SessionStore, gate: any FeedGate = OpenGate(),
        intake: any FeedIntake = ClosedIntake()
    ) {
        self.exchange = exchange
        self.states = states
        self.gate = gate
        self.intake = intake
    }

    var log: any EventLog { exchange.log }

    /// Whose a session is; `nil` for one of which neither the directory nor the store nor the log knows.
    ///
    /// A session that the directory does not know yet is everybody's in the first workspace.
    func ownership(of session: String, in workspace: String) async throws(StoreError) -> Ownership? {
        let everybody = Scope(workspace: workspace, viewer: .everybody)
        if let record = try await exchange.directory.record(of: session, in: everybody) { return record.ownership }
        guard workspace == Workspace.first else { return nil }
        if try await states.summary(of: session, now: clock()) != nil { return Ownership() }
        return await log.extent(of: session) == nil ? nil : Ownership()
    }
}
