/// A service with what it costs and how long it takes (document 004, table `service_types`).
package struct ServiceOffer: Hashable, Sendable, Codable {
    package let name: String
    /// Minutes.
    package let durationMin: Int
    /// Dollars.
    package let priceMin: Int
    package let priceMax: Int
    /// The skills it takes for as long as it lasts, such as `bay` and `technician`: one resource for each.
    package let needs: [String]

    package init(name: String, durationMin: Int, priceMin: Int, priceMax: Int, needs: [String] = []) {
        self.name = name
        self.durationMin = durationMin
        self.priceMin = priceMin
        self.priceMax = priceMax
        self.needs = needs
    }

    private enum CodingKeys: String, CodingKey {
        case name, needs
        case durationMin = "duration_min"
        case priceMin = "price_min"
        case priceMax = "price_max"
    }
}
