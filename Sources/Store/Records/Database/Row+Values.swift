import Conversation
import GRDB

extension FAQEntry {
    init(row: Row) {
        self.init(
            category: row["category"], question: row["question"], answer: row["answer"], keywords: row["keywords"])
    }
}

extension ServiceOffer {
    init(row: Row) {
        self.init(
            name: row["name"], durationMin: row["duration_min"], priceMin: row["price_min"], priceMax: row["price_max"])
    }
}

extension InventoryItem {
    init(row: Row) {
        self.init(
            stockNumber: row["stock_number"], make: row["make"], model: row["model"], year: row["year"],
            color: row["color"], price: row["price"], isNew: row["is_new"])
    }
}

extension Vehicle {
    init(row: Row) {
        self.init(
            id: row["id"], make: row["make"], model: row["model"], year: row["year"],
            licensePlate: row["license_plate"],
            vin: row["vin"])
    }
}

extension Appointment {
    /// `nil` when another program wrote something that is no day, time or kind.
    init?(row: Row, subject: String) {
        guard let type = AppointmentType(rawValue: row["appointment_type"]), let day = Day(row["scheduled_date"]),
            let time = TimeOfDay(row["scheduled_time"] as String)
        else { return nil }
        self.init(
            id: row["id"], customerID: row["customer_id"], type: type, subject: subject, slot: OpenSlot(day, time),
            durationMin: row["duration_min"], status: Appointment.Status(rawValue: row["status"]) ?? .cancelled)
    }
}
