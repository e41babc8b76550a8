package import FoundationEssentials

/// Where tickets wait to be used. They are known by their digests.
package protocol TicketStore: Sendable {
    /// Keeps a ticket until it is taken or expires.
    func keep(_ ticket: Ticket, under digest: String) async throws(AccessError)

    /// Takes a ticket: whoever comes second gets nothing. `nil` for one that expired or never was.
    func take(_ digest: String, now: Date) async throws(AccessError) -> Ticket?
}
