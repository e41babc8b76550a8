import Document
package import FoundationEssentials
package import Redis

/// Tickets in Redis, under `ticket:{digest}`: they go by themselves when their time is over.
package struct RedisTicketStore: TicketStore {
    /// What `GETDEL` does in newer servers. `KEYS`: the ticket.
    private static let takeScript = """
        local ticket = redis.call('GET', KEYS[1])
        if ticket then redis.call('DEL', KEYS[1]) end
        return ticket
        """

    private let client: RedisClient

    package init(_ client: RedisClient) {
        self.client = client
    }

    package func keep(_ ticket: Ticket, under digest: String) async throws(AccessError) {
        guard let payload = try? JSON(encoding: ticket) else { throw .invalid("ticket") }
        do throws(RedisError) {
            try await client.command(
                ["SET", Self.key(digest), Array(payload.data), "EX", Int(Ticket.lifetime), "NX"])
        } catch {
            throw .unavailable(error.description)
        }
    }

    package func take(_ digest: String, now: Date) async throws(AccessError) -> Ticket? {
        let payload: String?
        do throws(RedisError) {
            payload = try await client.script(Self.takeScript, keys: [Self.key(digest)]).text
        } catch {
            throw .unavailable(error.description)
        }
        guard let payload, let ticket = try? JSON(parsing: payload).decoded(as: Ticket.self) else { return nil }
        return now < ticket.expiresAt ? ticket : nil
    }

    private static func key(_ digest: String) -> String { "ticket:{\(digest)}" }
}
