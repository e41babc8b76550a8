/// One comparison of a value with a schema: what was found, and the patterns that were needed, each compiled once.
struct SchemaCheck {
    private(set) var problems: DocumentProblems
    private var patterns: [String: Regex<AnyRegexOutput>] = [:]

    init(_ problems: DocumentProblems) {
        self.problems = problems
    }

    mutating func check(_ value: DocumentValue, by schema: Schema) {
        switch (schema.shape, value.content) {
        case (.anything, _): break
        case (.either(let schemas), _): check(value, by: schemas, of: schema)
        case (.list(let element, let count), .sequence(let elements)):
            check(elements.count, of: value, count)
            for value in elements { check(value, by: element) }
        case (.object(let fields), .mapping(let entries)): check(entries, of: value, by: fields)
        case (.map(let element), .mapping(let entries)):
            for entry in entries { check(entry.value, by: element) }
        case (_, .scalar(let scalar)):
            if let objection = objection(to: scalar, schema) { problems.report(objection, at: value) }
        default: problems.report(schema.mismatch(value), at: value)
        }
    }

    /// What is wrong with a single word, number or text.
    private mutating func objection(to scalar: DocumentScalar, _ schema: Schema) -> String? {
        switch schema.shape {
        case .text(let rule):
            if let text = scalar.string {
                return rule.objection(to: text) ?? (matches(text, rule.pattern) ? nil : rule.mismatch(text))
            }
        case .integer(let range):
            if let number = scalar.int, range.contains(number) { return nil }
        case .number(let range):
            if let number = scalar.double, range.contains(number) { return nil }
        case .boolean:
            if scalar.bool != nil { return nil }
        default: break
        }
        return schema.mismatch(DocumentValue(.scalar(scalar)))
    }

    private mutating func matches(_ text: String, _ pattern: TextPattern?) -> Bool {
        guard let pattern else { return true }
        let regex = patterns[pattern.expression] ?? pattern.regex
        patterns[pattern.expression] = regex
        return text.wholeMatch(of: regex) != nil
    }

    private mutating func check(_ count: Int, of value: DocumentValue, _ range: ClosedRange<Int>) {
        if count < range.lowerBound {
            problems.report("has \(count) elements; at least \(range.lowerBound) are needed", at: value)
        }
        if count > range.upperBound {
            problems.report("has \(count) elements; \(range.upperBound) are the most", at: value)
        }
    }

    private mutating func check(
        _ entries: [DocumentValue.Entry], of value: DocumentValue, by fields: [SchemaField]
    ) {
        let given = Set(entries.map(\.key))
        for entry in entries {
            if let field = fields.first(where: { $0.name == entry.key }) {
                if field.isRequired || !entry.value.isNull { check(entry.value, by: field.schema) }
            } else {
                let names = fields.map(\.name).filter { !given.contains($0) }
                problems.report("is not a known key" + Spelling.hint(for: entry.key, among: names), at: entry)
            }
        }
        for field in fields where field.isRequired && !given.contains(field.name) {
            problems.report("is missing", at: value[field.name])
        }
    }

    /// One alternative must fit. If none does, the one of the value's kind says why.
    private mutating func check(_ value: DocumentValue, by schemas: [Schema], of schema: Schema) {
        let before = problems
        var nearest: DocumentProblems?
        for schema in schemas {
            problems = DocumentProblems(file: before.file)
            check(value, by: schema)
            let found = problems
            problems = before
            if found.isEmpty { return }
            if schema.isOfKind(value) { nearest = nearest ?? found }
        }
        if let invalid = nearest?.invalid {
            problems.report(invalid)
        } else {
            problems.report(schema.mismatch(value), at: value)
        }
    }
}

extension Schema {
    fileprivate func mismatch(_ value: DocumentValue) -> String { "must be \(expectation), not \(value.briefly)" }

    /// Whether a value is a text where a text is expected, a list where a list is: what is wrong is within it.
    fileprivate func isOfKind(_ value: DocumentValue) -> Bool {
        switch (shape, value.content) {
        case (.list, .sequence), (.object, .mapping), (.map, .mapping): true
        case (.text, .scalar(let scalar)): scalar.string != nil
        default: false
        }
    }
}
