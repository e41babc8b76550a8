package import Conversation

/// A tool that a business offers.
package struct PackTool: Hashable, Sendable {
    /// As `ToolRequest.name` has it, or `update_booking`.
    package let name: String
    /// What a language model is told of it.
    package let description: String
    /// What people have to do with it.
    package let policy: ToolPolicy

    /// The tools there are, and whether each changes anything in the world.
    package static let known: [String: Bool] = [
        "search_faq": false, "list_services": false, "search_inventory": false, "get_customer": false,
        "check_availability": false, "update_booking": false, "book_appt": true, "book_test_drive": true,
        "reschedule": true, "cancel": true,
    ]

    /// Without these the conversation cannot keep what it promises.
    static func required(for types: [AppointmentType]) -> [String] {
        let booking = types.map { $0 == .service ? "book_appt" : "book_test_drive" }
        let looking = types.contains(.testDrive) ? ["search_inventory"] : []
        let always = ["search_faq", "list_services", "get_customer", "update_booking", "check_availability"]
        return always + looking + booking + ["reschedule", "cancel"]
    }
}
