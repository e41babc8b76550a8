import Conversation
import Document

extension PackFile {
    private static let weekdays = Weekday.allCases.map(\.name)
    private static let skills = Schema.list(of: .text(.identifier), count: 1...10)
    /// What callers say, as a recogniser yields it.
    private static let heard = Schema.text(
        TextPattern(#"[^\p{Lu}]*[^\p{Lu}\s]"#, meaning: "in lower case, as a recogniser yields it"))
    private static let hours = Schema.text(
        TextPattern(
            #"closed|[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]"#,
            meaning: "\"closed\" or hours such as \"08:00-18:00\""))
    private static let duration = Schema.text(
        TextPattern(#"[1-9][0-9]{0,3}[smh]"#, meaning: "a duration such as 45s, 2m or 1h"))

    static let businessSchema = Schema.object([
        .required("name", .text(upTo: 100)), .optional("time_zone", .text(upTo: 60)),
        .optional("horizon_days", .integer(1...1_000)),
        .required(
            "appointment_types", .list(of: .text(oneOf: AppointmentType.allCases.map(\.rawValue)), count: 1...2)),
        .required("hours", .object(weekdays.map { .optional($0, hours) })),
        .optional("holidays", .list(of: holiday, count: 0...366)),
        .required("resources", .list(of: resource, count: 1...1_000)),
        .optional(
            "test_drive", .object([.required("duration_min", .integer(5...480)), .optional("needs", skills)])),
    ])

    private static let holiday = Schema.object([
        .required("reason", .text(upTo: 100)), .required("hours", hours), .optional("date", .text(.date)),
        .optional("every", .text(upTo: 60)),
    ])

    private static let resource = Schema.object([
        .required("name", .text(upTo: 100)), .required("skills", skills),
        .optional("weekdays", .list(of: .text(oneOf: weekdays), count: 1...7)),
    ])

    static let serviceSchema = Schema.object([
        .required("name", .text(upTo: 100)), .required("spoken", .text(upTo: 100)),
        .required("synonyms", .list(of: heard, count: 1...100)), .required("duration_min", .integer(5...1_440)),
        .required("price_min", .integer(0...1_000_000)), .required("price_max", .integer(0...1_000_000)),
        .required("needs", skills),
    ])

    static let modelSchema = Schema.object([
        .required("make", .text(upTo: 60)), .required("model", .text(upTo: 60)),
        .required("synonyms", .list(of: heard, count: 1...100)), .optional("kinds", .list(of: heard, count: 0...30)),
    ])

    static let carSchema = Schema.object([
        .required("stock_number", .text(upTo: 40)), .required("make", .text(upTo: 60)),
        .required("model", .text(upTo: 60)), .required("year", .integer(1900...2100)),
        .required("color", .text(upTo: 40)), .required("price", .integer(1...10_000_000)),
        .required("is_new", .boolean),
    ])

    static let customerSchema = Schema.object([
        .required("name", .text(upTo: 100)), .required("phone", .text(.digits)), .optional("email", .text(.email)),
        .optional("vehicles", .list(of: vehicle, count: 0...20)),
    ])

    private static let vehicle = Schema.object([
        .optional("make", .text(upTo: 60)), .required("model", .text(upTo: 60)),
        .optional("year", .integer(1900...2100)), .optional("license_plate", .text(upTo: 20)),
        .optional("vin", .text(upTo: 20)),
    ])

    static let faqSchema = Schema.object([
        .required("category", .text(.identifier)), .required("question", .text(upTo: 200)),
        .required("answer", .text(upTo: 600)), .required("keywords", .text(upTo: 400)),
        .optional("asks", .list(of: heard, count: 0...50)),
    ])

    static let toolSchema = Schema.object([
        .required("name", .text(upTo: 60)), .required("description", .text(upTo: 1_000)),
        .optional("policy", .text(oneOf: ToolRecord.Policy.allCases.map(\.rawValue))),
        .optional("approval", duration),
        .optional("on_timeout", .text(oneOf: ToolPolicy.Timeout.allCases.map(\.rawValue))),
    ])
}
