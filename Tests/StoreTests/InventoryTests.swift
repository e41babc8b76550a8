import Conversation
import Foundation
import SQL
import Store
import Testing

@Suite struct InventoryTests {
    private func use(_ body: (Database) async throws -> Void) async throws {
        let database = try Database(zone: .gmt, now: Workshop.now)
        try await body(database)
        await database.close()
    }

    @Test("cars that fit come cheapest first, at most twelve, with their number")
    func fitting() async throws {
        try await use { database in
            let all = try await database.inventory(InventoryQuery())
            #expect(all.cars.count == 12 && all.count > 12 && all.nearest.isEmpty)
            #expect(all.cars.map(\.price) == all.cars.map(\.price).sorted())
            let camrys = try await database.inventory(InventoryQuery(make: "toyota", models: ["camry"]))
            #expect(camrys.cars.allSatisfy { $0.model == "Camry" } && camrys.count == camrys.cars.count)
            let used = try await database.inventory(InventoryQuery(models: ["Camry", "Civic"], isNew: false))
            #expect(Set(used.cars.map(\.model)) == ["Camry", "Civic"] && used.cars.allSatisfy { !$0.isNew })
            let cheap = try await database.inventory(InventoryQuery(maxPrice: 15_000))
            #expect(!cheap.cars.isEmpty && cheap.cars.allSatisfy { $0.price <= 15_000 })
            let gray = try await database.inventory(InventoryQuery(color: "Grey"))
            #expect(!gray.cars.isEmpty && gray.cars.allSatisfy { $0.color == "gray" })
        }
    }

    @Test("when none fits, the three that come nearest are named")
    func nearest() async throws {
        try await use { database in
            let found = try await database.inventory(InventoryQuery(make: "Toyota", models: ["Camry"], maxPrice: 9_000))
            #expect(found.cars.isEmpty && found.count == 0)
            #expect(found.nearest.count == 3)
            #expect(found.nearest.first?.model == "Camry")
            let absent = try await database.inventory(InventoryQuery(make: "Lada", models: ["Niva"]))
            #expect(absent.count == 0 && absent.nearest.count == 3)
        }
    }

    @Test("a car that is sold is not found", arguments: Backend.allCases)
    func sold(_ backend: Backend) async throws {
        try await backend.house { database in
            _ = try await database.sql.write { try $0.execute("UPDATE inventory SET is_available = ?", [false]) }
            #expect(try await database.inventory(InventoryQuery()) == InventoryMatches(cars: [], count: 0))
            await #expect(throws: StoreError.notFound("car")) {
                try await database.book(
                    Workshop.drive("a", "10:00", of: "Toyota Camry", phone: "1"), now: Workshop.now)
            }
        }
    }

    @Test("services are listed with prices and needs, or found by name in any case", arguments: Backend.allCases)
    func services(_ backend: Backend) async throws {
        try await backend.house { database in
            let all = try await database.services()
            #expect(all.count >= 15)
            #expect(try await database.services(named: "oil change").map(\.name) == ["Oil Change"])
            #expect(try await database.services(named: "oil change").first?.needs == ["bay", "technician"])
            #expect(try await database.services(named: "Car Wash").isEmpty)
        }
    }
}
