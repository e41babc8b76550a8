/// What `search_inventory` found.
package struct InventoryMatches: Hashable, Sendable, Codable {
    /// Every car that fits, cheapest first, at most twelve.
    package let cars: [InventoryItem]
    /// How many fit in all.
    package let count: Int
    /// When none fits: what comes nearest, at most three.
    package let nearest: [InventoryItem]

    package init(cars: [InventoryItem], count: Int, nearest: [InventoryItem] = []) {
        self.cars = cars
        self.count = count
        self.nearest = nearest
    }
}
