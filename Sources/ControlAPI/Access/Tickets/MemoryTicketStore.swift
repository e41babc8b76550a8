package import FoundationEssentials
import Synchronization

/// Tickets of one process: 10 000 at most; one more is refused as `overloaded`.
package final class MemoryTicketStore: TicketStore {
    private let capacity: Int
    private let tickets = Mutex<[String: Ticket]>([:])

    package init(capacity: Int = 10_000) {
        self.capacity = capacity
    }

    package func keep(_ ticket: Ticket, under digest: String) async throws(AccessError) {
        let isKept = tickets.withLock { tickets in
            if tickets.count >= capacity {
                // Every ticket lives as long, so those that end before this one begins are over.
                let now = ticket.expiresAt.addingTimeInterval(-Ticket.lifetime)
                tickets = tickets.filter { $0.value.expiresAt > now }
            }
            guard tickets.count < capacity else { return false }
            tickets[digest] = ticket
            return true
        }
        if !isKept { throw .overloaded }
    }

    package func take(_ digest: String, now: Date) async throws(AccessError) -> Ticket? {
        let ticket = tickets.withLock { $0.removeValue(forKey: digest) }
        return ticket.flatMap { now < $0.expiresAt ? $0 : nil }
    }
}
