import Conversation

/// The cars for sale.
struct Stock: Sendable {
    private let cars: [InventoryItem]

    init(_ cars: [InventoryItem]) {
        self.cars = cars.sorted { ($0.price, $0.stockNumber) < ($1.price, $1.stockNumber) }
    }

    /// Every car that fits, cheapest first, at most twelve; when none does, the three nearest: those that break the fewest
    /// wishes, a model counting for more than a colour, and of those the cheapest.
    func matches(_ query: InventoryQuery) -> InventoryMatches {
        let fitting = cars.filter { Self.distance(of: $0, from: query) == 0 }
        guard fitting.isEmpty else {
            return InventoryMatches(cars: Array(fitting.prefix(12)), count: fitting.count)
        }
        let near = cars.map { ($0, Self.distance(of: $0, from: query)) }
            .sorted { ($0.1, $0.0.price, $0.0.stockNumber) < ($1.1, $1.0.price, $1.0.stockNumber) }
        return InventoryMatches(cars: [], count: 0, nearest: near.prefix(3).map(\.0))
    }

    /// 0 when the car fits.
    private static func distance(of car: InventoryItem, from query: InventoryQuery) -> Int {
        var distance = 0
        if !query.models.isEmpty, !query.models.contains(where: { isSame($0, car.model) }) { distance += 8 }
        if let make = query.make, !isSame(make, car.make) { distance += 6 }
        if let limit = query.maxPrice, car.price > limit { distance += 4 + (car.price - limit) / max(limit / 4, 1) }
        if let year = query.year, year != car.year { distance += min(abs(year - car.year), 5) }
        if let isNew = query.isNew, isNew != car.isNew { distance += 2 }
        if let color = query.color, !isSame(color, car.color) { distance += 1 }
        return distance
    }

    private static func isSame(_ left: String, _ right: String) -> Bool {
        func folded(_ text: String) -> String { text.lowercased().replacing("grey", with: "gray") }
        return folded(left) == folded(right)
    }
}
