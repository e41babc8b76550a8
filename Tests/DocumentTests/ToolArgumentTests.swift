import Document
import Testing

@Suite struct ToolArgumentTests {
    static let schema = Schema.object([
        .required("day", .text(.date).described("The day, as the calendar has it.")),
        .required("type", .text(oneOf: ["service", "test_drive"])),
        .optional("count", .integer(1...9)),
        .optional("tags", .list(of: .text(upTo: 10), count: 0...4)),
        .optional("extra", .map(of: .either(.boolean, .number))),
    ])

    static let cases: [(arguments: String, problem: String?)] = [
        (#"{"day": "2026-05-04", "type": "service"}"#, nil),
        (#"{"day": "2026-05-04", "type": "service", "count": null}"#, nil),
        (#"{"day": 20260504, "type": "service"}"#, "day: must be a date such as 2026-05-04, not 20260504"),
        (
            #"{"day": "2026-05-04", "type": "service", "count": "2"}"#,
            #"count: must be a whole number from 1 to 9, not "2""#
        ),
        (
            #"{"day": "2026-05-04", "type": "service", "count": 2.5}"#,
            "count: must be a whole number from 1 to 9, not 2.5"
        ),
        (
            #"{"day": "2026-05-04", "type": "test drive"}"#,
            #"type: must be one of "service", "test_drive", not "test drive", did you mean "test_drive"?"#
        ),
        (#"{"day": "2026-05-04"}"#, "type: is missing"),
        (
            #"{"day": "2026-05-04", "type": "service", "cuont": 1}"#,
            #"cuont: is not a known key, did you mean "count"?"#
        ),
        (#"{"day": "2026-05-04", "type": "service", "tags": ["a", 1]}"#, "tags[1]: must be a text, not 1"),
        (#""book""#, #"must be a mapping of keys to values, not "book""#),
        ("null", "must be a mapping of keys to values, not empty"),
    ]

    @Test("arguments of the wrong type are named", arguments: cases)
    func problems(arguments: String, problem: String?) throws {
        let found = Self.schema.problems(in: try JSON(parsing: arguments))
        #expect(found.map(\.description) == [problem].compactMap { $0 })
    }

    @Test("a schema renders itself as JSON Schema")
    func rendering() {
        #expect(
            Self.schema.jsonSchema().text == #"{"additionalProperties":false,"properties":{"#
                + #""count":{"maximum":9,"minimum":1,"type":"integer"},"#
                + #""day":{"description":"The day, as the calendar has it.","maxLength":4000,"minLength":1,"#
                + #""pattern":"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2})$","type":"string"},"#
                + #""extra":{"additionalProperties":{"anyOf":[{"type":"boolean"},{"type":"number"}]},"type":"object"},"#
                + #""tags":{"items":{"maxLength":10,"minLength":1,"type":"string"},"maxItems":4,"type":"array"},"#
                + #""type":{"enum":["service","test_drive"],"type":"string"}},"#
                + #""required":["day","type"],"type":"object"}"#)
    }

    @Test("strictly, every key is required and what is optional may be null")
    func strict() {
        let schema = Self.schema.jsonSchema(isStrict: true)
        #expect(schema["required"]?.elements == ["day", "type", "count", "tags", "extra"])
        let count: JSON = ["anyOf": [["type": "integer", "minimum": 1, "maximum": 9], ["type": "null"]]]
        #expect(schema["properties"]?["count"] == count)
        #expect(schema["properties"]?["day"]?["maxLength"] == nil)
    }
}
