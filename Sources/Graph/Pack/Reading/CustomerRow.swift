import Conversation

/// A row of `customers.yaml`.
struct CustomerRow: Decodable, Sendable {
    let name: String
    let phone: String
    let email: String?
    let vehicles: [Vehicle]?

    var customer: SeedData.Customer {
        SeedData.Customer(name: name, phone: phone, email: email, vehicles: vehicles ?? [])
    }
}
