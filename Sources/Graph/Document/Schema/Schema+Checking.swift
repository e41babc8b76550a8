extension Schema {
    /// Reports everything in which a document's value is not as it must be.
    package func check(_ value: DocumentValue, _ problems: inout DocumentProblems) {
        switch shape {
        case .anything: break
        case .either(let schemas): checkEither(schemas, value, &problems)
        case .list(let schema, let count): checkList(schema, count, value, &problems)
        case .object(let fields): checkObject(fields, value, &problems)
        case .map(let schema): checkMap(schema, value, &problems)
        case .text, .integer, .number, .boolean:
            if let objection = objection(to: value) { problems.report(objection, at: value) }
        }
    }

    /// Everything that is wrong with JSON, such as a tool's arguments; empty when nothing is.
    package func problems(in json: JSON) -> [DocumentError] {
        var problems = DocumentProblems()
        check(DocumentValue(json), &problems)
        return problems.invalid?.errors ?? []
    }

    /// What is wrong with a single word, number or text.
    private func objection(to value: DocumentValue) -> String? {
        switch shape {
        case .text(let rule):
            if let text = value.string { return rule.objection(to: text) }
        case .integer(let range):
            if let number = value.int, range.contains(number) { return nil }
        case .number(let range):
            if let number = value.double, range.contains(number) { return nil }
        default:
            if value.bool != nil { return nil }
        }
        return mismatch(value)
    }

    private func mismatch(_ value: DocumentValue) -> String { "must be \(expectation), not \(value.briefly)" }

    private func checkList(
        _ schema: Schema, _ count: ClosedRange<Int>, _ value: DocumentValue, _ problems: inout DocumentProblems
    ) {
        guard case .sequence(let elements) = value.content else { return problems.report(mismatch(value), at: value) }
        if elements.count < count.lowerBound {
            problems.report("has \(elements.count) elements; at least \(count.lowerBound) are needed", at: value)
        }
        if elements.count > count.upperBound {
            problems.report("has \(elements.count) elements; \(count.upperBound) are the most", at: value)
        }
        for element in elements { schema.check(element, &problems) }
    }

    private func checkMap(_ schema: Schema, _ value: DocumentValue, _ problems: inout DocumentProblems) {
        guard case .mapping(let entries) = value.content else { return problems.report(mismatch(value), at: value) }
        for entry in entries { schema.check(entry.value, &problems) }
    }

    private func checkObject(_ fields: [SchemaField], _ value: DocumentValue, _ problems: inout DocumentProblems) {
        guard case .mapping(let entries) = value.content else { return problems.report(mismatch(value), at: value) }
        let names = fields.map(\.name)
        let given = Set(entries.map(\.key))
        for entry in entries {
            if let field = fields.first(where: { $0.name == entry.key }) {
                if !field.isRequired, entry.value.isNull { continue }
                field.schema.check(entry.value, &problems)
            } else {
                let hint = Spelling.hint(for: entry.key, among: names.filter { !given.contains($0) })
                problems.report("is not a known key" + hint, at: entry)
            }
        }
        for field in fields where field.isRequired && !given.contains(field.name) {
            problems.report("is missing", at: value[field.name])
        }
    }

    /// One alternative must fit. If none does, the one of the value's kind says why.
    private func checkEither(_ schemas: [Schema], _ value: DocumentValue, _ problems: inout DocumentProblems) {
        var nearest: DocumentProblems?
        for schema in schemas {
            var found = DocumentProblems(file: problems.file)
            schema.check(value, &found)
            if found.isEmpty { return }
            if schema.isOfKind(value) { nearest = nearest ?? found }
        }
        if let invalid = nearest?.invalid {
            problems.report(invalid)
        } else {
            problems.report(mismatch(value), at: value)
        }
    }

    private func isOfKind(_ value: DocumentValue) -> Bool {
        switch (shape, value.content) {
        case (.list, .sequence), (.object, .mapping), (.map, .mapping): true
        default: false
        }
    }
}
