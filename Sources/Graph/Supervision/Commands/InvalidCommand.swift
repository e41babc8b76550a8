/// Everything that is wrong with a command as it came.
package struct InvalidCommand: Error, Hashable, Sendable {
    /// One thing that is wrong.
    package struct Problem: Hashable, Sendable {
        /// Where: a JSON pointer (RFC 6901), such as `/precondition/turn`; empty for the whole.
        package let pointer: String
        /// What, as the rest of a sentence.
        package let detail: String

        package init(_ detail: String, at pointer: String = "") {
            self.pointer = pointer
            self.detail = detail
        }
    }

    package let problems: [Problem]

    package init(_ problems: [Problem]) {
        self.problems = problems
    }
}

extension InvalidCommand: CustomStringConvertible {
    package var description: String {
        problems.map { $0.pointer.isEmpty ? $0.detail : "\($0.pointer): \($0.detail)" }.joined(separator: "; ")
    }
}
