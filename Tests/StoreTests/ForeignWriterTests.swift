import Conversation
import Foundation
import SQL
import Store
import Testing

@Suite struct ForeignWriterTests {
    /// Takes the first bay for Tuesday at half past nine without asking anybody, and commits when another transaction waits
    /// for it.
    private func steal(_ sql: any SQLDatabase, _ begun: AsyncStream<Void>.Continuation) async throws {
        _ = try await sql.write { transaction in
            let taken = try transaction.execute(
                """
                INSERT INTO occupancy (holder, holder_id, day, quarter, appointment_id)
                SELECT 'resource', resources.id, '2026-05-05', 39, appointments.id FROM resources, appointments
                WHERE resources.name = 'Bay One'
                """)
            #expect(taken == 1)
            begun.finish()
            while true {
                _ = try transaction.query("SELECT pg_stat_clear_snapshot()")
                let waiting = try transaction.query(
                    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")
                if !waiting.isEmpty { return taken }
                Thread.sleep(forTimeInterval: 0.005)
            }
        }
    }

    @Test("what a program outside the rules takes first, the database does not give twice: another bay is tried")
    func anotherBay() async throws {
        try await Backend.postgresql.use(handles: 2) { handles in
            let database = try await Workshop.open(handles[0])
            try await database.book(Workshop.order("far", "2026-06-02 09:30"), now: Workshop.now)
            let (begun, continuation) = AsyncStream<Void>.makeStream()
            async let theft: Void = steal(handles[1], continuation)
            for await _ in begun {}
            let booked = try await database.book(Workshop.order("a", "09:30", phone: "1"), now: Workshop.now)
            try await theft
            let bays = try await handles[0].read { transaction in
                try transaction.query(
                    """
                    SELECT DISTINCT name FROM occupancy JOIN resources ON resources.id = holder_id
                    WHERE appointment_id = ? AND skills = 'bay'
                    """, [booked.id]
                ).map { try $0["name"] as String }
            }
            #expect(bays == ["Bay Two"])
        }
    }
}
