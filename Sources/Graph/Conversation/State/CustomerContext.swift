/// What is known of the caller (document 004, `customer`). Absent values are written as `null`.
package struct CustomerContext: Hashable, Sendable {
    package var customerID: Int?
    package var name: String?
    /// Digits only.
    package var phone: String?
    package var email: String?
    package var vehicles: [Vehicle]

    package init(
        customerID: Int? = nil, name: String? = nil, phone: String? = nil, email: String? = nil,
        vehicles: [Vehicle] = []
    ) {
        self.customerID = customerID
        self.name = name
        self.phone = phone
        self.email = email
        self.vehicles = vehicles
    }
}

extension CustomerContext: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, phone, email, vehicles
        case customerID = "customer_id"
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(customerID, forKey: .customerID)
        try container.encode(name, forKey: .name)
        try container.encode(phone, forKey: .phone)
        try container.encode(email, forKey: .email)
        try container.encode(vehicles, forKey: .vehicles)
    }
}
