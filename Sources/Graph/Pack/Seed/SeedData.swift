package import Conversation

/// What a business begins with: the rows of a fresh database.
package struct SeedData: Hashable, Sendable {
    /// A customer who was here before.
    package struct Customer: Hashable, Sendable {
        package let name: String
        /// Digits only.
        package let phone: String
        package let email: String?
        package let vehicles: [Vehicle]

        package init(name: String, phone: String, email: String? = nil, vehicles: [Vehicle] = []) {
            self.name = name
            self.phone = phone
            self.email = email
            self.vehicles = vehicles
        }
    }

    package var services: [ServiceOffer]
    package var faq: [FAQEntry]
    package var inventory: [InventoryItem]
    package var customers: [Customer]
    package var resources: [Resource]
    package var testDrive: TestDriveOffer

    package init(
        services: [ServiceOffer] = [], faq: [FAQEntry] = [], inventory: [InventoryItem] = [],
        customers: [Customer] = [], resources: [Resource] = [], testDrive: TestDriveOffer = TestDriveOffer()
    ) {
        self.services = services
        self.faq = faq
        self.inventory = inventory
        self.customers = customers
        self.resources = resources
        self.testDrive = testDrive
    }
}
