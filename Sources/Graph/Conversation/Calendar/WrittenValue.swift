/// A value with one written form: in JSON it is that text.
package protocol WrittenValue: Codable, CustomStringConvertible {
    /// What a text must look like, for errors: `a day: YYYY-MM-DD`.
    static var form: String { get }

    /// Reads `description`; `nil` for any other text.
    init?(_ text: String)
}

extension WrittenValue {
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let value = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not \(Self.form)")
        }
        self = value
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
