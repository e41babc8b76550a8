/// A car for sale (document 004, table `inventory`).
package struct InventoryItem: Hashable, Sendable, Codable {
    package let stockNumber: String
    package let make: String
    package let model: String
    package let year: Int
    package let color: String
    /// Dollars.
    package let price: Int
    package let isNew: Bool

    package init(
        stockNumber: String, make: String, model: String, year: Int, color: String, price: Int, isNew: Bool
    ) {
        self.stockNumber = stockNumber
        self.make = make
        self.model = model
        self.year = year
        self.color = color
        self.price = price
        self.isNew = isNew
    }

    private enum CodingKeys: String, CodingKey {
        case make, model, year, color, price
        case stockNumber = "stock_number"
        case isNew = "is_new"
    }
}
