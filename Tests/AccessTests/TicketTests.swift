import Foundation
import Redis
import Servers
import Store
import Supervision
import Testing

@testable import Access

@Suite("Tickets") struct TicketTests {
    enum Kind: String, CaseIterable, Sendable {
        case memory, sqlite, postgresql, redis

        func use(_ body: (any TicketStore) async throws -> Void) async throws {
            switch self {
            case .memory: try await body(MemoryTicketStore())
            case .sqlite: try await Backend.sqlite.use { database, _ in try await body(SQLTicketStore(database)) }
            case .postgresql:
                try await Backend.postgresql.use { database, _ in try await body(SQLTicketStore(database)) }
            case .redis:
                let client = try RedisClient(url: try await RedisServer.shared.value.url())
                try await body(RedisTicketStore(client))
                await client.close()
            }
        }
    }

    private func ticket(_ resource: String = "/ws/sess_1", at now: Date = Door.start) -> Ticket {
        var principal = Principal(id: "usr_1", role: .supervisor, name: "Sue", grants: ["session:read"])
        principal.supervisor = "usr_2"
        let admission = Admission(principal, by: .signIn(family: "sgn_1", token: "tok_1"), until: now)
        return Ticket(resource: resource, admission: admission, expiresAt: now.addingTimeInterval(Ticket.lifetime))
    }

    @Test("a ticket is taken once, by one of many", arguments: Kind.allCases)
    func once(_ kind: Kind) async throws {
        try await kind.use { store in
            let digest = OpaqueSecret.digest(OpaqueSecret.make("vt_"))
            try await store.keep(ticket(), under: digest)
            #expect(try await store.take("somebody else's", now: Door.start) == nil)
            let taken = try await withThrowingTaskGroup(of: Ticket?.self) { group in
                for _ in 0..<10 { group.addTask { try await store.take(digest, now: Door.start) } }
                return try await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
            }
            #expect(taken == [ticket()])
        }
    }

    @Test("a ticket is worth nothing after a minute", arguments: Kind.allCases)
    func expiry(_ kind: Kind) async throws {
        try await kind.use { store in
            for (seconds, isGood) in [(59.9, true), (60.0, false)] {
                let digest = OpaqueSecret.digest(OpaqueSecret.make("vt_"))
                try await store.keep(ticket(), under: digest)
                let taken = try await store.take(digest, now: Door.start.addingTimeInterval(seconds))
                #expect((taken != nil) == isGood)
            }
        }
    }

    @Test("memory holds so many tickets, and room comes back when they expire")
    func bounded() async throws {
        let store = MemoryTicketStore(capacity: 3)
        for number in 0..<3 { try await store.keep(ticket(), under: "\(number)") }
        await #expect(throws: AccessError.overloaded) { try await store.keep(ticket(), under: "3") }
        let later = ticket(at: Door.start.addingTimeInterval(60))
        try await store.keep(later, under: "4")
        #expect(try await store.take("4", now: later.expiresAt.addingTimeInterval(-1)) == later)
    }

    @Test("a ticket opens its own feed for its own bearer, and is void after any try")
    func resource() async throws {
        try await Door.open { door in
            try await door.add("sue@example.com", .supervisor)
            let pair = try await door.login("sue@example.com")
            let admission = try await door.keeper.authenticate(bearer: pair.access.secret.revealed)
            let ticket = try await door.keeper.mintTicket(for: "/ws/sess_1", admission)
            #expect(ticket.expiresAt == Door.start.addingTimeInterval(60))
            #expect(try await door.keeper.redeem(ticket: ticket.secret.revealed, for: "/ws/sess_1") == admission)
            let again = try await door.keeper.mintTicket(for: "/ws/sess_1", admission)
            for resource in ["/ws/sess_2", "/ws/sess_1"] {
                await #expect(throws: AccessError.unauthenticated(.voidTicket)) {
                    try await door.keeper.redeem(ticket: again.secret.revealed, for: resource)
                }
            }
            let late = try await door.keeper.mintTicket(for: "/ws", admission)
            try await door.keeper.logout(admission)
            await #expect(throws: AccessError.unauthenticated(.revoked)) {
                try await door.keeper.redeem(ticket: late.secret.revealed, for: "/ws")
            }
        }
    }
}
