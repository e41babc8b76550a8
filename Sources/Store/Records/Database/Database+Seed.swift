import Conversation
import Dealership
import FoundationEssentials
import GRDB

extension Database {
    /// Fills a database that has no services yet. Runs in one transaction, so two first starts fill it once.
    static func fill(_ database: GRDB.Database, with seed: SeedData, now: Date) throws {
        guard try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM service_types") == 0 else { return }
        for service in seed.services {
            try database.execute(
                sql: "INSERT INTO service_types (name, duration_min, price_min, price_max) VALUES (?, ?, ?, ?)",
                arguments: [service.name, service.durationMin, service.priceMin, service.priceMax])
        }
        for entry in seed.faq {
            try database.execute(
                sql: "INSERT INTO faq (category, question, answer, keywords) VALUES (?, ?, ?, ?)",
                arguments: [entry.category, entry.question, entry.answer, entry.keywords])
        }
        for car in seed.inventory {
            try database.execute(
                sql: """
                    INSERT INTO inventory (make, model, year, color, price, is_new, is_available, stock_number)
                    VALUES (?, ?, ?, ?, ?, ?, 1, ?)
                    """,
                arguments: [car.make, car.model, car.year, car.color, car.price, car.isNew, car.stockNumber])
        }
        for customer in seed.customers {
            let context = CustomerContext(name: customer.name, phone: customer.phone, email: customer.email)
            let id = try insert(database, context, now)
            try insert(database, customer.vehicle, of: id)
        }
    }

    /// A new customer; returns the id.
    static func insert(_ database: GRDB.Database, _ customer: CustomerContext, _ now: Date) throws -> Int {
        let time = now.formatted(.iso8601)
        try database.execute(
            sql: "INSERT INTO customers (phone, name, email, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
            arguments: [customer.phone, customer.name, customer.email, time, time])
        return Int(database.lastInsertedRowID)
    }

    /// A customer's car; returns the id.
    @discardableResult
    static func insert(_ database: GRDB.Database, _ vehicle: Vehicle, of customer: Int) throws -> Int {
        try database.execute(
            sql: "INSERT INTO vehicles (customer_id, make, model, year, license_plate, vin) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [customer, vehicle.make, vehicle.model, vehicle.year, vehicle.licensePlate, vehicle.vin])
        return Int(database.lastInsertedRowID)
    }
}
