import Conversation

/// What tools are given, before it comes near the database.
enum Input {
    /// Throws `invalid` for text with control characters or of more than `limit` bytes. The text itself is never told.
    static func check(_ text: String, _ name: String, limit: Int) throws(StoreError) {
        guard text.utf8.count <= limit else { throw .invalid("\(name): too long") }
        guard !text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            throw .invalid("\(name): it has control characters")
        }
    }

    static func check(_ text: String?, _ name: String, limit: Int) throws(StoreError) {
        if let text { try check(text, name, limit: limit) }
    }

    /// Throws `invalid` for what is no telephone number: digits only, at most fifteen (E.164).
    static func check(phone: String) throws(StoreError) {
        guard (1...15).contains(phone.utf8.count), phone.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .invalid("telephone number")
        }
    }

    static func check(callID: String) throws(StoreError) {
        guard !callID.isEmpty else { throw .invalid("call id") }
        try check(callID, "call id", limit: 512)
    }

    static func check(_ order: BookingOrder) throws(StoreError) {
        try check(callID: order.callID)
        try check(order.subject, "subject", limit: 200)
        try check(phone: order.customerPhone)
        try check(order.customerName, "name", limit: 200)
        try check(order.customerEmail, "email", limit: 254)
        guard let vehicle = order.vehicle else { return }
        for text in [vehicle.make, vehicle.model, vehicle.licensePlate, vehicle.vin] {
            try check(text, "vehicle", limit: 100)
        }
    }

    static func check(_ change: AppointmentChange) throws(StoreError) {
        try check(callID: change.callID)
        try check(phone: change.customerPhone)
    }
}
