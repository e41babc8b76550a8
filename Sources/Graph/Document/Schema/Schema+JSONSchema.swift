extension Schema {
    /// This schema as JSON Schema (draft 2020-12), for the tools and the structured output of a language model.
    ///
    /// - Parameter isStrict: The subset that models keep to when asked to be strict: every key is required, and what is
    ///   optional may be `null`; no lengths.
    package func jsonSchema(isStrict: Bool = false) -> JSON {
        var schema = keywords(isStrict)
        if let description { schema["description"] = .string(description) }
        return .object(schema)
    }

    private func keywords(_ isStrict: Bool) -> [String: JSON] {
        switch shape {
        case .text(let rule): return Self.keywords(rule, isStrict)
        case .integer(let range):
            return Self.bounded("integer", range, Int.min...Int.max, JSON.int)
        case .number(let range):
            let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
            return Self.bounded("number", range, all, JSON.number)
        case .boolean: return ["type": "boolean"]
        case .list(let schema, let count):
            var keywords: [String: JSON] = ["type": "array", "items": schema.jsonSchema(isStrict: isStrict)]
            if count.lowerBound > 0 { keywords["minItems"] = .int(count.lowerBound) }
            if count.upperBound < Int.max { keywords["maxItems"] = .int(count.upperBound) }
            return keywords
        case .object(let fields): return Self.keywords(fields, isStrict)
        case .map(let schema):
            return ["type": "object", "additionalProperties": schema.jsonSchema(isStrict: isStrict)]
        case .either(let schemas): return ["anyOf": .array(schemas.map { $0.jsonSchema(isStrict: isStrict) })]
        case .anything: return [:]
        }
    }

    private static func keywords(_ rule: TextRule, _ isStrict: Bool) -> [String: JSON] {
        var keywords: [String: JSON] = ["type": "string"]
        if !rule.choices.isEmpty {
            keywords["enum"] = .array(rule.choices.map(JSON.string))
            return keywords
        }
        if let pattern = rule.pattern { keywords["pattern"] = .string("^(?:\(pattern.expression))$") }
        guard !isStrict else { return keywords }
        if rule.length.lowerBound > 0 { keywords["minLength"] = .int(rule.length.lowerBound) }
        keywords["maxLength"] = .int(rule.length.upperBound)
        return keywords
    }

    private static func bounded<Bound>(
        _ type: String, _ range: ClosedRange<Bound>, _ all: ClosedRange<Bound>, _ json: (Bound) -> JSON
    ) -> [String: JSON] {
        var keywords: [String: JSON] = ["type": .string(type)]
        if range.lowerBound != all.lowerBound { keywords["minimum"] = json(range.lowerBound) }
        if range.upperBound != all.upperBound { keywords["maximum"] = json(range.upperBound) }
        return keywords
    }

    private static func keywords(_ fields: [SchemaField], _ isStrict: Bool) -> [String: JSON] {
        let properties = fields.map { field in
            let schema = field.schema.jsonSchema(isStrict: isStrict)
            return (field.name, isStrict && !field.isRequired ? Self.nullable(schema) : schema)
        }
        return [
            "type": "object", "additionalProperties": false,
            "properties": .object(Dictionary(properties) { _, last in last }),
            "required": .array(fields.filter { isStrict || $0.isRequired }.map { .string($0.name) }),
        ]
    }

    private static func nullable(_ schema: JSON) -> JSON {
        ["anyOf": [schema, ["type": "null"]]]
    }
}
