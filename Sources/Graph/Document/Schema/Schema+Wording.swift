extension Schema {
    /// What is expected, in the middle of a sentence: `a whole number from 5 to 480`.
    var expectation: String {
        switch shape {
        case .text(let rule): rule.expectation
        case .integer(let range) where range == Int.min...Int.max: "a whole number"
        case .integer(let range): "a whole number" + Self.bounds(range, Int.min, Int.max)
        case .number(let range):
            "a number" + Self.bounds(range, -Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude)
        case .boolean: "true or false"
        case .list: "a list"
        case .object, .map: "a mapping of keys to values"
        case .either(let schemas): schemas.map(\.expectation).joined(separator: ", or ")
        case .anything: "anything"
        }
    }

    private static func bounds<Bound>(_ range: ClosedRange<Bound>, _ least: Bound, _ most: Bound) -> String {
        switch (range.lowerBound == least, range.upperBound == most) {
        case (true, true): ""
        case (true, false): " of at most \(range.upperBound)"
        case (false, true): " of at least \(range.lowerBound)"
        case (false, false): " from \(range.lowerBound) to \(range.upperBound)"
        }
    }
}

extension DocumentValue {
    /// What is there, in the middle of a sentence.
    var briefly: String {
        switch content {
        case .scalar(let scalar) where scalar.isNull: "empty"
        case .scalar(let scalar): scalar.style == .typed ? String(scalar.text.prefix(40)) : scalar.text.quotedBriefly
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension String {
    /// In quotes, at most forty characters.
    package var quotedBriefly: String { count <= 40 ? "\"\(self)\"" : "\"\(prefix(40))…\"" }
}
