extension Schema {
    /// A document's value as a typed one: checked, then decoded. `nil` when anything was wrong with it, which is reported.
    package func read<Value: Decodable>(
        _ type: Value.Type, from value: DocumentValue, _ problems: inout DocumentProblems
    ) -> Value? {
        var found = DocumentProblems(file: problems.file)
        check(value, &found)
        if let invalid = found.invalid {
            problems.report(invalid)
            return nil
        }
        return decode(type, from: value, &problems)
    }

    /// A value that was checked as a typed one. `nil`, and reported, when the type asks for more than the schema.
    package func decode<Value: Decodable>(
        _ type: Value.Type, from value: DocumentValue, _ problems: inout DocumentProblems
    ) -> Value? {
        do {
            return try json(of: value).decoded(as: type)
        } catch {
            problems.report("cannot be read as \(type): \(error)", at: value)
            return nil
        }
    }

    /// The JSON of a value that was checked. What must be a text is one, even if it looks like a number; optional fields
    /// that are empty are left out.
    package func json(of value: DocumentValue) -> JSON {
        switch shape {
        case .text: return value.string.map(JSON.string) ?? value.json
        case .list(let schema, _): return .array(value.elements.map(schema.json(of:)))
        case .map(let schema): return .object(Self.fields(of: value) { _ in schema })
        case .object(let fields):
            return .object(
                Self.fields(of: value) { entry in
                    let field = fields.first { $0.name == entry.key }
                    return field.flatMap { $0.isRequired || !entry.value.isNull ? $0.schema : nil }
                })
        case .either(let schemas): return (schemas.first { $0.accepts(value) } ?? .anything).json(of: value)
        case .integer, .number, .boolean, .anything: return value.json
        }
    }

    private func accepts(_ value: DocumentValue) -> Bool {
        var found = DocumentProblems()
        check(value, &found)
        return found.isEmpty
    }

    private static func fields(
        of value: DocumentValue, _ schema: (DocumentValue.Entry) -> Schema?
    ) -> [String: JSON] {
        value.entries.reduce(into: [:]) { fields, entry in
            fields[entry.key] = schema(entry).map { $0.json(of: entry.value) }
        }
    }
}
