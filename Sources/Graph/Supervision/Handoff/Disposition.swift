/// What came of a call that a person had (source document 003).
package enum Disposition: Hashable, Sendable {
    case qualified
    case notInterested
    case callbackScheduled
    /// In the operator's own words.
    case other(String)

    package init(_ text: String) {
        self =
            switch text {
            case "qualified": .qualified
            case "not_interested": .notInterested
            case "callback_scheduled": .callbackScheduled
            default: .other(text)
            }
    }

    package var text: String {
        switch self {
        case .qualified: "qualified"
        case .notInterested: "not_interested"
        case .callbackScheduled: "callback_scheduled"
        case .other(let text): text
        }
    }
}

/// Its text.
extension Disposition: Codable {
    package init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
