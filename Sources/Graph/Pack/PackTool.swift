/// A tool that a business offers.
package struct PackTool: Hashable, Sendable {
    /// As `ToolRequest.name` has it, or `update_booking`.
    package let name: String
    /// What a language model is told of it.
    package let description: String
    /// How long a person has to approve a call; `nil`: nobody is asked.
    package let approval: Duration?

    /// The tools there are, and whether each changes anything in the world.
    static let known: [String: Bool] = [
        "search_faq": false, "list_services": false, "search_inventory": false, "get_customer": false,
        "check_availability": false, "update_booking": false, "book_appt": true, "book_test_drive": true,
        "reschedule": true, "cancel": true,
    ]
}
