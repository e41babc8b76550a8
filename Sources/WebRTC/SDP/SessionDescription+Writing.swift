extension SessionDescription: CustomStringConvertible {
    /// The description as it goes on the wire: RFC 8866's order of lines, each ended by CRLF.
    package var description: String {
        let lines = ["v=0", "o=\(origin)", "s=\(name)", "t=\(timing)"] + (connection.map { ["c=\($0)"] } ?? [])
        let session = Self.ordered(lines + otherLines, by: "vosiuepcbtrzk") + attributes.map { "a=\($0)" }
        return (session + media.flatMap(\.lines)).map { $0 + "\r\n" }.joined()
    }

    /// Sorted by the place of their letter in `order`; unknown letters last; equal letters keep their order.
    fileprivate static func ordered(_ lines: [String], by order: String) -> [String] {
        let known = order.flatMap { letter in lines.filter { $0.first == letter } }
        return known + lines.filter { line in line.first.map { !order.contains($0) } ?? false }
    }
}

extension MediaDescription: CustomStringConvertible {
    /// The section's lines, each ended by CRLF.
    package var description: String { lines.map { $0 + "\r\n" }.joined() }

    fileprivate var lines: [String] {
        let head = ["m=\(line)"] + (connection.map { ["c=\($0)"] } ?? [])
        return SessionDescription.ordered(head + otherLines, by: "micbk") + attributes.map { "a=\($0)" }
    }
}
