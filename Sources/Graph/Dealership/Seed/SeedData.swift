package import Conversation

/// What a fresh database holds, and what the domain's names are taken from.
package struct SeedData: Sendable {
    /// A customer who was here before.
    package struct Customer: Sendable {
        package let name: String
        package let phone: String
        package let email: String
        package let vehicle: Vehicle
    }

    package let services: [ServiceOffer]
    package let faq: [FAQEntry]
    package let inventory: [InventoryItem]
    package let customers: [Customer]

    package static let dealership = SeedData(
        services: services, faq: faq, inventory: inventory, customers: customers)
}
