package import Conversation
package import FoundationEssentials
import SQL

extension Database {
    /// The customer with a phone number, with their cars and what is still to come; `nil` when nobody has it.
    package func customer(phone: String, now: Date) async throws(StoreError) -> CustomerRecord? {
        do { try Input.check(phone: phone) } catch { return nil }
        let here = LocalTime(now, in: zone)
        return try await reading { transaction in
            guard let row = try transaction.first("SELECT * FROM customers WHERE phone = ?", [phone]) else {
                return nil
            }
            let id: Int = try row["id"]
            let cars = try transaction.query("SELECT * FROM vehicles WHERE customer_id = ? ORDER BY id LIMIT 50", [id])
            let context = CustomerContext(
                customerID: id, name: try row["name"], phone: try row["phone"], email: try row["email"],
                vehicles: try cars.map { try Vehicle(row: $0) })
            let coming = try transaction.appointments(of: id, from: here.day)
            return CustomerRecord(
                customer: context, appointments: coming.filter { ($0.day, $0.time) > (here.day, here.time) })
        }
    }
}

extension SQLTransaction {
    /// A new customer; returns the id.
    func insert(_ customer: CustomerContext, _ now: Date) throws -> Int {
        let time = now.formatted(.iso8601)
        return try newID(
            "INSERT INTO customers (phone, name, email, created_at, updated_at) VALUES (?, ?, ?, ?, ?) RETURNING id",
            [customer.phone, customer.name, customer.email, time, time])
    }

    /// A customer's car; returns the id.
    @discardableResult
    func insert(_ vehicle: Vehicle, of customer: Int) throws -> Int {
        try newID(
            """
            INSERT INTO vehicles (customer_id, make, model, year, license_plate, vin) VALUES (?, ?, ?, ?, ?, ?)
            RETURNING id
            """, [customer, vehicle.make, vehicle.model, vehicle.year, vehicle.licensePlate, vehicle.vin])
    }

    /// The customer with the order's phone number; a new one when nobody has it. What is known of them stays.
    func upsertCustomer(of order: BookingOrder, _ now: Date) throws -> Int {
        let time = now.formatted(.iso8601)
        return try newID(
            """
            INSERT INTO customers (phone, name, email, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (phone) DO UPDATE SET name = COALESCE(customers.name, excluded.name),
            email = COALESCE(customers.email, excluded.email), updated_at = excluded.updated_at RETURNING id
            """, [order.customerPhone, order.customerName, order.customerEmail, time, time])
    }

    /// The customer's car of that model, with what is new about it; a new car when they have none.
    func upsert(_ vehicle: Vehicle, of customer: Int) throws -> Int {
        let known = try first(
            "SELECT id FROM vehicles WHERE customer_id = ? AND LOWER(model) = LOWER(?) ORDER BY id",
            [customer, vehicle.model])
        guard let known else { return try insert(vehicle, of: customer) }
        let id: Int = try known["id"]
        try execute(
            """
            UPDATE vehicles SET make = COALESCE(make, ?), year = COALESCE(year, ?),
            license_plate = COALESCE(license_plate, ?), vin = COALESCE(vin, ?) WHERE id = ?
            """, [vehicle.make, vehicle.year, vehicle.licensePlate, vehicle.vin, id])
        return id
    }

    private func newID(_ statement: String, _ values: [(any SQLConvertible)?]) throws -> Int {
        guard let row = try first(statement, values) else { throw StoreError.database("a row got no number") }
        return try row["id"]
    }
}
