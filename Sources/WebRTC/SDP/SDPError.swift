/// Why a text is not a session description.
package enum SDPError: Error, Hashable, Sendable {
    /// There is no line at all.
    case empty
    /// A line that RFC 8866 demands is missing; its letter.
    case missingLine(Character)
    /// The line with this number, from one, is not `<letter>=<value>`, or its value cannot be read.
    case malformedLine(Int)
}
