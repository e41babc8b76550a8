/// The number of something an execution waits for, unique within it: an effect that awaits an answer, a question to a
/// person, a fan-out with a deadline.
package struct RequestID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let number: Int

    package init(_ number: Int) {
        self.number = number
    }

    package static func < (left: RequestID, right: RequestID) -> Bool { left.number < right.number }

    package var description: String { "#\(number)" }
}

/// A bare number.
extension RequestID: Codable {
    package init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
