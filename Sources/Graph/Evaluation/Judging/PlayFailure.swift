/// Why a play failed.
package struct PlayFailure: Hashable, Sendable {
    /// The line of the play, counted from 1; `nil` for what no line is about.
    package let line: Int?
    package let reason: String

    package init(_ line: Int?, _ reason: String) {
        self.line = line
        self.reason = reason
    }
}

extension PlayFailure: CustomStringConvertible {
    package var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
