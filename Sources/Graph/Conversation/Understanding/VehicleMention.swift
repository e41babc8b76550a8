/// A car as it was said: the caller's own, or one they look for.
package struct VehicleMention: Hashable, Sendable, Codable {
    package var year: Int?
    package var make: String?
    package var model: String?
    /// Every model that fits, when a kind was named instead of one: "the electric one", "a pickup".
    package var models: [String]
    package var color: String?
    /// Upper-case letters and digits.
    package var licensePlate: String?
    /// Dollars: "under twenty thousand".
    package var maxPrice: Int?
    /// "a new one", "used".
    package var isNew: Bool?

    package init(year: Int? = nil, make: String? = nil, model: String? = nil, models: [String] = []) {
        self.year = year
        self.make = make
        self.model = model
        self.models = models
    }
}
