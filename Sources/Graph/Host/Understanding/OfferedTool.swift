import Conversation
import Document

/// A tool as a language model sees it. A call of it says what the caller wants; the conversation decides what is done, so a
/// model cannot book, move or cancel anything by itself.
struct OfferedTool: Sendable {
    let name: String
    private(set) var description: String
    /// What its arguments must look like.
    let arguments: Schema
    /// The wish that a call expresses.
    let intent: @Sendable (JSON) -> Intent

    /// The tools of a business.
    static func all(for domain: Domain) -> [OfferedTool] {
        let given = given(domain)
        let booking = [
            given["service"], given["date"], given["time"], given["name"], given["phone"], given["email"],
        ].compactMap { $0 }
        let driving =
            [given["make"], given["model"]].compactMap { $0 }
            + booking.filter { $0.name != "service" }
        var tools = [
            OfferedTool(
                "search_faq", "The caller asks about the business: hours, place, payment and the like.",
                [.required("query", .text(upTo: 300))], .faqOther),
            OfferedTool("list_services", "The caller asks for services, prices or durations.", [given["service"]]) {
                $0["service"]?.string == nil ? .faqServices : .faqPrice
            },
            OfferedTool("book_appt", "The caller wants an appointment for a service.", booking, .bookService),
            OfferedTool(
                "reschedule", "The caller wants to move an appointment.", [given["date"], given["time"]], .reschedule),
            OfferedTool("cancel", "The caller wants to cancel an appointment.", [], .cancel),
            OfferedTool("get_customer", "The caller gives a phone number.", [given["phone"]], .givePhone),
            OfferedTool("escalate", "The caller wants to talk to a person.", [given["department"]], .escalation),
        ]
        if domain.appointmentTypes.contains(.testDrive) {
            let search = [
                given["make"], given["model"], given["year"], given["color"], given["max_price"], given["is_new"],
            ]
            tools += [
                OfferedTool("search_inventory", "The caller asks about cars for sale.", search, .faqInventory),
                OfferedTool("book_test_drive", "The caller wants a test drive.", driving, .bookTestDrive),
            ]
        }
        return tools.map { $0.described(by: domain.toolDescriptions[$0.name]) }
    }

    /// With what the business itself says of it.
    private func described(by business: String?) -> OfferedTool {
        guard let business else { return self }
        var tool = self
        tool.description += " In the house's words: \(business)"
        return tool
    }

    private init(
        _ name: String, _ description: String, _ fields: [SchemaField?],
        _ intent: @escaping @Sendable (JSON) -> Intent
    ) {
        self.name = name
        self.description = description
        arguments = .object(fields.compactMap { $0 })
        self.intent = intent
    }

    private init(_ name: String, _ description: String, _ fields: [SchemaField?], _ intent: Intent) {
        self.init(name, description, fields) { _ in intent }
    }

    /// The arguments there are, by name.
    private static func given(_ domain: Domain) -> [String: SchemaField] {
        let services = domain.services.map(\.name)
        var fields = [
            SchemaField.optional("date", Schema.text(.date).described("The day, YYYY-MM-DD.")),
            .optional("time", Schema.text(.time).described("The time, HH:MM, 24 hours.")),
            .optional("name", Schema.text(upTo: 60).described("The caller's name, as they said it.")),
            .optional("phone", Schema.text(upTo: 40).described("The caller's phone number, as they said it.")),
            .optional("email", Schema.text(upTo: 100).described("The caller's email address.")),
            .optional("department", Schema.text(oneOf: ["sales", "service", "parts", "finance"])),
            .optional("make", .text(upTo: 40)), .optional("model", .text(upTo: 40)),
            .optional("year", .integer(1900...2100)), .optional("color", .text(upTo: 20)),
            .optional("max_price", .integer(1...10_000_000)), .optional("is_new", .boolean),
        ]
        if !services.isEmpty { fields.append(.optional("service", .text(oneOf: services))) }
        return Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    }
}
