import Conversation
import SQL

extension FAQEntry {
    init(row: SQLRow) throws(SQLError) {
        self.init(
            category: try row["category"], question: try row["question"], answer: try row["answer"],
            keywords: try row["keywords"])
    }
}

extension ServiceOffer {
    init(row: SQLRow) throws(SQLError) {
        self.init(
            name: try row["name"], durationMin: try row["duration_min"], priceMin: try row["price_min"],
            priceMax: try row["price_max"], needs: words(try row["needs"]))
    }
}

extension InventoryItem {
    init(row: SQLRow) throws(SQLError) {
        self.init(
            stockNumber: try row["stock_number"], make: try row["make"], model: try row["model"],
            year: try row["year"], color: try row["color"], price: try row["price"], isNew: try row["is_new"])
    }
}

extension Vehicle {
    init(row: SQLRow) throws(SQLError) {
        self.init(
            id: try row["id"], make: try row["make"], model: try row["model"], year: try row["year"],
            licensePlate: try row["license_plate"], vin: try row["vin"])
    }
}

extension Employable {
    init(row: SQLRow) throws(SQLError) {
        let weekdays = words(try row["weekdays"]).compactMap(Weekday.init(name:))
        self.init(
            id: try row["id"],
            resource: Resource(name: try row["name"], skills: words(try row["skills"]), weekdays: weekdays))
    }
}

extension Appointment {
    /// What `init(row:)` reads, of `appointments` with `joins`.
    static let columns = """
        appointments.*,
        COALESCE(service_types.name, inventory.make || ' ' || inventory.model, '') AS subject
        """
    static let joins = """
        LEFT JOIN service_types ON service_types.id = appointments.service_type_id
        LEFT JOIN inventory ON inventory.id = appointments.inventory_id
        """

    /// Throws `corrupt` when another program wrote something that is no day, time or kind.
    init(row: SQLRow) throws {
        let id: Int = try row["id"]
        let (type, status): (AppointmentType?, String) = (
            AppointmentType(rawValue: try row["appointment_type"]), try row["status"]
        )
        let (day, time) = (Day(try row["scheduled_date"]), TimeOfDay(try row["scheduled_time"]))
        guard let type, let day, let time else { throw StoreError.corrupt("appointment \(id)") }
        self.init(
            id: id, customerID: try row["customer_id"], type: type, subject: try row["subject"],
            slot: OpenSlot(day, time), durationMin: try row["duration_min"],
            status: Status(rawValue: status) ?? .cancelled)
    }
}

/// Lists in one column are separated by spaces; what they list are names without any.
private func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
}
