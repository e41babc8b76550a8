package import Conversation
import GRDB

extension Database {
    /// The answers of a category; when it has none, those nearest to the question, best first, at most three.
    package func searchFAQ(_ query: String, category: String?) async throws(StoreError) -> [FAQEntry] {
        try await read { database in
            if let category {
                let exact = try Row.fetchAll(
                    database, sql: "SELECT * FROM faq WHERE category = ? ORDER BY id", arguments: [category])
                if !exact.isEmpty { return exact.map(FAQEntry.init(row:)) }
            }
            guard let pattern = FTS5Pattern(matchingAnyTokenIn: Self.keywords(of: query)) else { return [] }
            // Keywords weigh more than the question, and the question more than the answer.
            let found = try Row.fetchAll(
                database,
                sql: """
                    SELECT faq.* FROM faq JOIN faq_search ON faq_search.rowid = faq.id
                    WHERE faq_search MATCH ? ORDER BY bm25(faq_search, 3.0, 1.0, 5.0) LIMIT 3
                    """,
                arguments: [pattern])
            return found.map(FAQEntry.init(row:))
        }
    }

    /// A service by name, or all of them.
    package func services(named name: String? = nil) async throws(StoreError) -> [ServiceOffer] {
        try await read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM service_types WHERE ?1 IS NULL OR name = ?1 ORDER BY id",
                arguments: [name])
            return rows.map(ServiceOffer.init(row:))
        }
    }

    /// The available cars of a model; when there is none, or no model was named, all available cars.
    package func inventory(_ query: InventoryQuery) async throws(StoreError) -> InventoryMatches {
        try await read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM inventory WHERE is_available ORDER BY id")
            let all = rows.map(InventoryItem.init(row:))
            let found = all.filter { query.models.isEmpty || query.models.contains($0.model) }
            return InventoryMatches(cars: found, count: found.count, nearest: found.isEmpty ? all : [])
        }
    }

    /// The customer with a phone number, with their cars.
    package func customer(phone: String) async throws(StoreError) -> CustomerContext? {
        try await read { database in
            guard
                let row = try Row.fetchOne(database, sql: "SELECT * FROM customers WHERE phone = ?", arguments: [phone])
            else { return nil }
            let id: Int = row["id"]
            let cars = try Row.fetchAll(
                database, sql: "SELECT * FROM vehicles WHERE customer_id = ? ORDER BY id", arguments: [id])
            return CustomerContext(
                customerID: id, name: row["name"], phone: row["phone"], email: row["email"],
                vehicles: cars.map(Vehicle.init(row:)))
        }
    }

    /// When something can start on a day: within the opening hours and not taken.
    package func availability(
        on day: Day, for type: AppointmentType, _ subject: String
    ) async throws(StoreError) -> [TimeOfDay] {
        let hours = hours
        return try await read { database in
            let duration = try Self.subject(database, type, subject).duration
            let taken = try String.fetchSet(
                database,
                sql: """
                    SELECT scheduled_time FROM appointments
                    WHERE appointment_type = ? AND scheduled_date = ? AND status <> 'cancelled'
                    """,
                arguments: [type.rawValue, day.description])
            return hours.starts(on: day, duration: duration).filter { !taken.contains($0.description) }
        }
    }

    /// Every appointment, by day and time.
    package func appointments() async throws(StoreError) -> [Appointment] {
        try await read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM appointments ORDER BY scheduled_date, scheduled_time, id")
            return rows.compactMap { Appointment(row: $0, subject: "") }
        }
    }

    /// What a question is about: its words without those every question has.
    private static func keywords(of query: String) -> String {
        let common: Set<String> = [
            "a", "an", "the", "do", "does", "you", "your", "i", "my", "me", "we", "is", "are", "can", "could", "what",
            "how", "when", "where", "which", "who", "to", "of", "for", "in", "on", "at", "it", "have", "has", "there",
            "any", "and", "or", "please", "would", "like", "with", "that", "this", "if", "be",
        ]
        let words = query.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return words.filter { !common.contains($0) }.joined(separator: " ")
    }
}
