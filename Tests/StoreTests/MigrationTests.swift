import Conversation
import Foundation
import SQL
import Store
import Testing

@Suite struct MigrationTests {
    private let now = Workshop.now

    /// Runs the body with a database that the first version made.
    private func old(_ body: (Database) async throws -> Void) async throws {
        try await TemporaryFolder.use { folder in
            let sql = try SQLiteDatabase(path: folder + "/old.sqlite")
            try await sql.write { transaction in
                try transaction.script(OldSchema.statements)
                try transaction.script(OldSchema.rows)
            }
            let database = Database(sql, zone: .gmt, now: now)
            try await database.prepare()
            try await body(database)
            await database.close()
        }
    }

    @Test("a database of the first version keeps every row")
    func nothingLost() async throws {
        try await old { database in
            let appointments = try await database.appointments()
            #expect(appointments.map(\.id) == [1, 2, 3])
            #expect(appointments.map(\.subject) == ["Oil Change", "Toyota Camry", "Oil Change"])
            #expect(appointments.map(\.status) == [.scheduled, .scheduled, .cancelled])
            #expect(
                try await database.services().map(\.name) == ["Oil Change", "Undercoating"], "and is not filled again")
            let record = try await database.customer(phone: "5551234", now: now)
            #expect(record?.customer.vehicles.map(\.model) == ["Civic"])
            #expect(record?.appointments.map(\.id) == [1, 2])
            #expect(try await database.searchFAQ("can you tow my truck", category: nil).map(\.category) == ["towing"])
        }
    }

    @Test("its appointments keep somebody busy, its cancelled ones nobody")
    func occupancy() async throws {
        try await old { database in
            let held = try await database.sql.read { transaction in
                try transaction.query("SELECT DISTINCT appointment_id FROM occupancy ORDER BY appointment_id")
                    .map { try $0["appointment_id"] as Int }
            }
            #expect(held == [1, 2])
            let drive = try Workshop.slot("2026-05-06", "10:00")
            let query = AvailabilityQuery(day: drive.day, type: .testDrive, subject: "Toyota Camry")
            #expect(try await !database.availability(query, now: now).contains(drive.time))
        }
    }

    @Test("a call it made is not made again")
    func calls() async throws {
        try await old { database in
            let order = try Workshop.order("book_1", "09:30")
            #expect(try await database.book(order, now: now).id == 1)
            #expect(try await database.appointments().count == 3)
            let end = AppointmentChange(callID: "c", appointment: 1, customerPhone: "5551234")
            #expect(try await database.cancel(end, now: now).status == .cancelled)
        }
    }

    @Test("a service that needs nobody keeps the house busy")
    func unknownService() async throws {
        try await old { database in
            try await database.book(Workshop.order("a", "10:00", "Undercoating"), now: now)
            await #expect(throws: StoreError.self) {
                try await database.book(Workshop.order("b", "10:30", "Undercoating"), now: now)
            }
            try await database.book(Workshop.order("c", "11:00", "Undercoating"), now: now)
        }
    }

    @Test("programs that start at once fill a database once", arguments: Backend.allCases)
    func filledOnce(_ backend: Backend) async throws {
        try await backend.use(handles: 4) { handles in
            let databases = handles.map { Database($0, zone: .gmt, now: now) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for database in databases {
                    for _ in 0..<3 { group.addTask { try await database.prepare() } }
                }
                try await group.waitForAll()
            }
            let seed = try await databases[0].services().count
            let names = try await Set(databases[1].services().map(\.name))
            #expect(seed > 0 && names.count == seed)
            let staff = try await handles[2].read { try $0.query("SELECT name FROM resources").count }
            #expect(staff > 0)
        }
    }

    @Test("what is opened again has what was there, and nothing twice", arguments: Backend.allCases)
    func reopened(_ backend: Backend) async throws {
        try await backend.twoHouses { first, second in
            try await first.book(Workshop.order("a", "09:30"), now: now)
            #expect(try await second.appointments().count == 1)
            #expect(try await second.services() == first.services())
        }
    }

    @Test("a database of a newer program is refused, and one that is not there can be tried again")
    func unusable() async throws {
        try await TemporaryFolder.use { folder in
            let sql = try SQLiteDatabase(path: folder + "/new.sqlite")
            try await Database(sql, zone: .gmt, now: now).prepare()
            _ = try await sql.write {
                try $0.execute("INSERT INTO schema_migrations (position, name) VALUES (99, 'from the future')")
            }
            await #expect {
                try await Database(sql, zone: .gmt, now: now).prepare()
            } throws: { error in
                if case .cannotOpen? = error as? StoreError { true } else { false }
            }
            await sql.close()
        }
        #expect(throws: StoreError.self) { try Database(path: "/nowhere/at/all.sqlite", now: now) }
        #expect(throws: StoreError.self) { try Database(url: "mysql://x", now: now) }
        let absent = try Database(url: "postgresql://a:secret@127.0.0.1:1/x", now: now)
        for _ in 0..<2 {
            await #expect {
                try await absent.prepare()
            } throws: { error in
                guard case .unavailable(let reason)? = error as? StoreError else { return false }
                return !reason.contains("secret")
            }
        }
        await absent.close()
    }
}
