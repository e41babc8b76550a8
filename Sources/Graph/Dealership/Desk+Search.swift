package import Conversation
import Pack

extension Desk {
    /// The entry of a category, or those whose keywords the query names most often.
    package static func search(_ faq: [FAQEntry], _ query: String, _ category: String?) -> [FAQEntry] {
        let exact = faq.filter { $0.category == category }
        guard exact.isEmpty else { return exact }
        let words = Set(query.lowercased().split { !$0.isLetter }.map(String.init))
        let scored = faq.map { ($0, words.intersection($0.keywords.split(separator: " ").map(String.init)).count) }
        return scored.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    /// The cars that fit, cheapest first; without any, the three that come nearest: the same make first.
    func cars(_ query: InventoryQuery) -> InventoryMatches {
        let byPrice = seed.inventory.sorted { $0.price < $1.price }
        let found = byPrice.filter { Self.fits($0, query) }
        guard found.isEmpty else { return InventoryMatches(cars: Array(found.prefix(12)), count: found.count) }
        let isNear = { (car: InventoryItem) in query.models.contains(car.model) || car.make == query.make }
        let nearest = byPrice.filter(isNear) + byPrice.filter { !isNear($0) }
        return InventoryMatches(cars: [], count: 0, nearest: Array(nearest.prefix(3)))
    }

    private static func fits(_ car: InventoryItem, _ query: InventoryQuery) -> Bool {
        (query.make == nil || car.make == query.make) && (query.models.isEmpty || query.models.contains(car.model))
            && (query.year == nil || car.year == query.year) && (query.maxPrice.map { car.price <= $0 } ?? true)
            && (query.color == nil || car.color.lowercased() == query.color?.lowercased())
            && (query.isNew == nil || car.isNew == query.isNew)
    }
}
