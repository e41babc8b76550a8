/// What `search_inventory` is asked: cars in stock. What is `nil` or empty does not matter.
package struct InventoryQuery: Hashable, Sendable, Codable {
    package var make: String?
    /// One of these models.
    package var models: [String]
    package var year: Int?
    package var color: String?
    /// Dollars.
    package var maxPrice: Int?
    package var isNew: Bool?

    package init(
        make: String? = nil, models: [String] = [], year: Int? = nil, color: String? = nil, maxPrice: Int? = nil,
        isNew: Bool? = nil
    ) {
        self.make = make
        self.models = models
        self.year = year
        self.color = color
        self.maxPrice = maxPrice
        self.isNew = isNew
    }
}
