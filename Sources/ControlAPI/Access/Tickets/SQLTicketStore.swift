import Document
package import FoundationEssentials
package import Store
import Supervision

/// Tickets in the database, for processes that share one.
package struct SQLTicketStore: TicketStore {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package func keep(_ ticket: Ticket, under digest: String) async throws(AccessError) {
        guard let payload = try? JSON(encoding: ticket).text else { throw .invalid("ticket") }
        let workspace = ticket.admission.principal.workspace
        try await asking { () async throws(StoreError) in
            try await database.addTicket(digest, payload, in: workspace, until: ticket.expiresAt)
        }
    }

    package func take(_ digest: String, now: Date) async throws(AccessError) -> Ticket? {
        let payload = try await asking { () async throws(StoreError) in
            try await database.takeTicket(digest, now: now)
        }
        guard let payload else { return nil }
        return try? JSON(parsing: payload).decoded(as: Ticket.self)
    }
}
