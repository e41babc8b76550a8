import Conversation
import Foundation
import SQL
import Store
import Testing

/// The dealership with few hands: two bays; Ann, who works every day; Bob, who is off on Saturdays; five who sell.
enum Workshop {
    /// Monday, 4 May 2026, 10:00 UTC.
    static let now = Date(timeIntervalSince1970: 1_777_888_800)

    static func open(_ sql: any SQLDatabase) async throws -> Database {
        let database = Database(sql, zone: .gmt, now: now)
        try await database.prepare()
        try await sql.write { transaction in
            try transaction.execute("DELETE FROM resources")
            let weekdays = "monday tuesday wednesday thursday friday"
            var staff = [
                ("Bay One", "bay", ""), ("Bay Two", "bay", ""), ("Ann", "technician master", ""),
                ("Bob", "technician", weekdays),
            ]
            staff += (1...5).map { ("Seller \($0)", "sales", "") }
            for (name, skills, days) in staff {
                try transaction.execute(
                    "INSERT INTO resources (name, skills, weekdays) VALUES (?, ?, ?)", [name, skills, days])
            }
            try transaction.execute("UPDATE service_types SET needs = 'bay technician'")
            try transaction.execute("UPDATE service_types SET needs = 'bay master' WHERE name = 'Engine Diagnostics'")
        }
        return database
    }

    static func slot(_ day: String, _ time: String) throws -> OpenSlot {
        OpenSlot(try #require(Day(day)), try #require(TimeOfDay(time)))
    }

    /// `10:00` on Tuesday, 5 May, or `2026-05-09 10:00`.
    static func slot(_ words: String) throws -> OpenSlot {
        let parts = words.split(separator: " ").map(String.init)
        return try slot(parts.count == 2 ? parts[0] : "2026-05-05", parts.last ?? "")
    }

    /// An order for a time as `slot` reads it.
    static func order(
        _ callID: String, _ time: String, _ subject: String = "Oil Change", phone: String = "5551234"
    ) throws -> BookingOrder {
        let slot = try slot(time)
        return BookingOrder(
            callID: callID, type: .service, subject: subject, day: slot.day, time: slot.time,
            customerName: "John Smith",
            customerPhone: phone, vehicle: Vehicle(model: "Civic"))
    }

    static func drive(_ callID: String, _ time: String, of car: String, phone: String) throws -> BookingOrder {
        let slot = try slot(time)
        return BookingOrder(
            callID: callID, type: .testDrive, subject: car, day: slot.day, time: slot.time, customerName: "John Smith",
            customerPhone: phone)
    }

    static func times(_ database: Database, on day: String, _ subject: String = "Oil Change", moving: Int? = nil)
        async throws -> [String]
    {
        let query = AvailabilityQuery(
            day: try #require(Day(day)), type: .service, subject: subject, moving: moving)
        return try await database.availability(query, now: now).map(\.description)
    }

    /// How many quarters of an hour of how many holders are taken.
    static func held(_ database: Database) async throws -> Int {
        try await database.sql.read { try $0.first("SELECT COUNT(*) AS count FROM occupancy")?["count"] ?? -1 }
    }
}
