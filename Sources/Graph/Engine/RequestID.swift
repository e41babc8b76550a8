/// The number of an effect that awaits an answer, unique within one execution.
package struct RequestID: Hashable, Sendable, Codable, CustomStringConvertible {
    package let number: Int

    package init(_ number: Int) {
        self.number = number
    }

    package var description: String { "#\(number)" }
}
