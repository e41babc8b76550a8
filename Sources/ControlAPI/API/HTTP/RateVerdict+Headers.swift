import Access
import HTTPTypes

extension RateVerdict {
    /// `fields(_:)` for an answer.
    func headers(_ rate: RateClass) -> HTTPFields {
        HTTPFields(
            fields(rate).map { field in
                let name: HTTPField.Name =
                    switch field.name {
                    case "RateLimit": .rateLimit
                    case "RateLimit-Policy": .rateLimitPolicy
                    default: .retryAfter
                    }
                return HTTPField(name: name, value: field.value)
            })
    }
}

extension HTTPField.Name {
    fileprivate static let rateLimit = HTTPField.Name("RateLimit") ?? .retryAfter
    fileprivate static let rateLimitPolicy = HTTPField.Name("RateLimit-Policy") ?? .retryAfter
}

extension HTTPFields {
    /// Puts fields behind the others, all at once.
    mutating func join(_ fields: HTTPFields) {
        replaceSubrange(endIndex..<endIndex, with: fields)
    }
}
