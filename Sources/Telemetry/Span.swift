package import Document
package import FoundationEssentials

/// A stretch of work with its place in a trace (OTLP, `opentelemetry.proto.trace.v1.Span`).
package struct Span: Hashable, Sendable {
    /// 16 bytes, hexadecimal.
    package let trace: String
    /// 8 bytes, hexadecimal.
    package let id: String
    /// The span around it; `nil`: it is the trace's first.
    package let parent: String?
    package let name: String
    package let start: Date
    package let end: Date
    /// Texts and whole numbers.
    package var attributes: [String: JSON]
    package var isError = false

    package init(
        _ name: String, in trace: String, under parent: String?, from start: Date, to end: Date,
        _ attributes: [String: JSON] = [:]
    ) {
        self.name = name
        self.trace = trace
        self.parent = parent
        self.start = start
        self.end = max(start, end)
        self.attributes = attributes
        id = Self.identifier(bytes: 8)
    }

    /// Random bytes, hexadecimal. Never zeros only, which means none.
    package static func identifier(bytes: Int) -> String {
        let digits = Array("0123456789abcdef")
        let random = (0..<bytes * 2 - 1).compactMap { _ in digits.randomElement() }
        return String(random) + String(digits[Int.random(in: 1..<16)])
    }
}
