import Conversation
import Dealership
import Pack
import FoundationEssentials
import SQL

extension Database {
    /// Fills what is empty. Runs in one transaction under a lock, so two first starts fill it once.
    static func fill(_ transaction: SQLTransaction, with seed: SeedData, now: Date) throws {
        try transaction.lock([.seed])
        if try transaction.isEmpty("service_types") {
            try fillCatalogue(transaction, with: seed)
            for customer in seed.customers {
                let context = CustomerContext(name: customer.name, phone: customer.phone, email: customer.email)
                let id = try transaction.insert(context, now)
                for vehicle in customer.vehicles { try transaction.insert(vehicle, of: id) }
            }
        }
        guard try transaction.isEmpty("resources"), !seed.resources.isEmpty else { return }
        try employ(transaction, seed)
    }

    private static func fillCatalogue(_ transaction: SQLTransaction, with seed: SeedData) throws {
        for service in seed.services {
            try transaction.execute(
                "INSERT INTO service_types (name, duration_min, price_min, price_max) VALUES (?, ?, ?, ?)",
                [service.name, service.durationMin, service.priceMin, service.priceMax])
        }
        for entry in seed.faq {
            try transaction.execute(
                "INSERT INTO faq (category, question, answer, keywords) VALUES (?, ?, ?, ?)",
                [entry.category, entry.question, entry.answer, entry.keywords])
        }
        for car in seed.inventory {
            try transaction.execute(
                """
                INSERT INTO inventory (make, model, year, color, price, is_new, is_available, stock_number)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """, [car.make, car.model, car.year, car.color, car.price, car.isNew, true, car.stockNumber])
        }
    }

    /// Writes down who is there and what services need, and gives every appointment that was made before that somebody who
    /// does it. For an appointment that nobody is left for, its time stays as it was and keeps nobody busy.
    private static func employ(_ transaction: SQLTransaction, _ seed: SeedData) throws {
        for resource in seed.resources {
            try transaction.execute(
                "INSERT INTO resources (name, skills, weekdays) VALUES (?, ?, ?)",
                [
                    resource.name, resource.skills.joined(separator: " "),
                    resource.weekdays.map(\.name).joined(separator: " "),
                ])
        }
        for service in seed.services {
            try transaction.execute(
                "UPDATE service_types SET needs = ? WHERE name = ?",
                [service.needs.joined(separator: " "), service.name])
        }
        let rows = try transaction.query(
            """
            SELECT \(Appointment.columns) FROM appointments \(Appointment.joins) WHERE status = 'scheduled'
            AND appointments.id NOT IN (SELECT appointment_id FROM occupancy) ORDER BY appointments.id
            """)
        let driving = seed.testDrive
        for row in rows {
            guard let appointment = try? Appointment(row: row) else { continue }
            let work = try transaction.work(of: appointment, driving)
            let roster = try transaction.roster(of: appointment.day)
            guard let holders = roster.holders(for: work, from: appointment.time) else { continue }
            try transaction.hold(holders, for: appointment)
        }
    }
}

extension SQLTransaction {
    fileprivate func isEmpty(_ table: String) throws -> Bool {
        try first("SELECT 1 AS one FROM \(table) LIMIT 1") == nil
    }
}
