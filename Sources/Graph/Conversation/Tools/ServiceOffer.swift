/// A service with what it costs and how long it takes (document 004, table `service_types`).
package struct ServiceOffer: Hashable, Sendable, Codable {
    package let name: String
    /// Minutes.
    package let durationMin: Int
    /// Dollars.
    package let priceMin: Int
    package let priceMax: Int

    package init(name: String, durationMin: Int, priceMin: Int, priceMax: Int) {
        self.name = name
        self.durationMin = durationMin
        self.priceMin = priceMin
        self.priceMax = priceMax
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case durationMin = "duration_min"
        case priceMin = "price_min"
        case priceMax = "price_max"
    }
}
