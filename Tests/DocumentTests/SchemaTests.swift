import Document
import Testing

@Suite struct SchemaTests {
    static let schema = Schema.object([
        .required("name", .text(upTo: 20)),
        .required(
            "services",
            .list(
                of: .object([
                    .required("name", .text), .required("minutes", .integer(5...480)),
                    .optional("price", .number(0...1_000)), .optional("needs", .list(of: .text, count: 1...3)),
                ]), count: 1...5)),
        .optional("closed", .boolean),
        .optional("kind", .text(oneOf: ["garage", "surgery"])),
        .optional("hours", .either(.text(.time), .map(of: .text(.time)))),
        .optional("id", .text(.identifier)),
    ])

    private func errors(_ text: String) throws -> [String] {
        var problems = DocumentProblems()
        Self.schema.check(try DocumentValue(parsing: text), &problems)
        return problems.invalid?.errors.map(\.description) ?? []
    }

    @Test("everything that is wrong is told at once, by line, with its path")
    func all() throws {
        let found = try errors(
            """
            nmae: Riverside
            services:
              - name: Oil Change
                minutes: soon
                prise: 12
              - minutes: 3
                price: 2000
                needs: []
              - Tires
            closed: maybe
            kind: garag
            hours: {monday: 9}
            id: Oil Change
            """)
        #expect(
            found == [
                "line 1: nmae: is not a known key, did you mean \"name\"?",
                "line 1: name: is missing",
                "line 4: services[0].minutes: must be a whole number from 5 to 480, not \"soon\"",
                "line 5: services[0].prise: is not a known key, did you mean \"price\"?",
                "line 6: services[1].minutes: must be a whole number from 5 to 480, not \"3\"",
                "line 6: services[1].name: is missing",
                "line 7: services[1].price: must be a number from 0.0 to 1000.0, not \"2000\"",
                "line 8: services[1].needs: has 0 elements; at least 1 are needed",
                "line 9: services[2]: must be a mapping of keys to values, not \"Tires\"",
                "line 10: closed: must be true or false, not \"maybe\"",
                "line 11: kind: must be one of \"garage\", \"surgery\", not \"garag\", did you mean \"garage\"?",
                "line 12: hours.monday: must be a time such as 09:30, not \"9\"",
                "line 13: id: must be a name such as oil_change, not \"Oil Change\"",
            ])
    }

    @Test("what fits has no problems, and optional keys may be empty")
    func fits() throws {
        let text = "name: 12\nservices: [{name: a, minutes: 30, price: 1.5, needs: [bay]}]\nkind: ~\nhours: 09:30"
        #expect(try errors(text) == [])
    }

    @Test(
        "a text has its length",
        arguments: [("\"\"", "is empty"), ("abcdefghijklmnopqrstuvwxyz", "is longer than 20 characters")])
    func lengths(text: String, message: String) throws {
        #expect(try errors("name: \(text)\nservices: [{name: a, minutes: 9}]") == ["line 1: name: \(message)"])
    }

    @Test("no more than two hundred problems are kept")
    func bounded() throws {
        let rows = String(repeating: "\n- x", count: 500)
        var problems = DocumentProblems(file: "f")
        Schema.list(of: .integer).check(try DocumentValue(parsing: rows), &problems)
        #expect(problems.invalid?.errors.count == 201)
        #expect(problems.invalid?.errors.last?.description == "f: and 300 more")
    }

    @Test("a document is decoded as the schema says: texts stay texts")
    func reading() throws {
        struct Row: Decodable, Equatable {
            let name: String
            let minutes: Int
            let price: Double?
        }
        let schema = Schema.object([
            .required("name", .text), .required("minutes", .integer), .optional("price", .number),
        ])
        var problems = DocumentProblems()
        let value = try DocumentValue(parsing: "name: 007\nminutes: 45\nprice:")
        #expect(schema.read(Row.self, from: value, &problems) == Row(name: "007", minutes: 45, price: nil))
        #expect(schema.read(Row.self, from: try DocumentValue(parsing: "name: a"), &problems) == nil)
        #expect(problems.errors.map(\.path) == ["minutes"])
    }
}
