package import Conversation

extension SeedData {
    static let inventory = [
        InventoryItem(
            stockNumber: "T1001", make: "Toyota", model: "Camry", year: 2026, color: "silver", price: 29_900,
            isNew: true),
        InventoryItem(
            stockNumber: "T1002", make: "Toyota", model: "Corolla", year: 2026, color: "white", price: 24_500,
            isNew: true),
        InventoryItem(
            stockNumber: "T1003", make: "Toyota", model: "RAV4", year: 2025, color: "blue", price: 32_800, isNew: true),
        InventoryItem(
            stockNumber: "H2001", make: "Honda", model: "Civic", year: 2026, color: "red", price: 26_200, isNew: true),
        InventoryItem(
            stockNumber: "H2002", make: "Honda", model: "Accord", year: 2025, color: "black", price: 30_400, isNew: true
        ),
        InventoryItem(
            stockNumber: "H2003", make: "Honda", model: "CR-V", year: 2023, color: "gray", price: 27_900, isNew: false),
        InventoryItem(
            stockNumber: "Y3001", make: "Hyundai", model: "Ioniq 5", year: 2026, color: "green", price: 43_500,
            isNew: true),
        InventoryItem(
            stockNumber: "F4001", make: "Ford", model: "F-150", year: 2021, color: "white", price: 31_900, isNew: false),
    ]

    /// How callers name the models above.
    package static let dealershipModelNames = [
        ModelName("Toyota", "Camry", synonyms: ["camry", "toyota camry"]),
        ModelName("Toyota", "Corolla", synonyms: ["corolla", "toyota corolla"]),
        ModelName("Toyota", "RAV4", synonyms: ["rav four", "rav 4", "rav4", "toyota rav four"]),
        ModelName("Honda", "Civic", synonyms: ["civic", "honda civic"]),
        ModelName("Honda", "Accord", synonyms: ["accord", "honda accord"]),
        ModelName("Honda", "CR-V", synonyms: ["c r v", "crv", "cr v", "honda c r v"]),
        ModelName(
            "Hyundai", "Ioniq 5",
            synonyms: ["ioniq", "ioniq five", "ioniq 5", "electric", "electric car", "electric model"]),
        ModelName("Ford", "F-150", synonyms: ["f one fifty", "f 150", "f150", "pickup", "pickup truck", "truck"]),
    ]

    static let customers = [
        Customer(
            name: "Maria Garcia", phone: "4155550199", email: "maria.garcia@example.com",
            vehicle: Vehicle(make: "Toyota", model: "Corolla", year: 2019, licensePlate: "7ABC123")),
        Customer(
            name: "David Miller", phone: "2025550173", email: "david.miller@example.com",
            vehicle: Vehicle(make: "Honda", model: "Civic", year: 2018, licensePlate: "8XYZ456")),
        Customer(
            name: "Sarah Johnson", phone: "5558675309", email: "sarah.johnson@example.com",
            vehicle: Vehicle(make: "Ford", model: "F-150", year: 2021, licensePlate: "6TRK789")),
    ]
}
