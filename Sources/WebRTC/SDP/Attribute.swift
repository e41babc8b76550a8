/// One `a=` line: `a=name` or `a=name:value` (RFC 8866, section 5.13).
package struct Attribute: Hashable, Sendable, CustomStringConvertible {
    package var name: String
    /// What follows the first colon, verbatim; `nil` for a property attribute such as `rtcp-mux`.
    package var value: String?

    package init(_ name: String, _ value: String? = nil) {
        self.name = name
        self.value = value
    }

    /// From what follows `a=`.
    init(line: Substring) {
        guard let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) else {
            self.init(String(line))
            return
        }
        self.init(String(line[..<colon]), String(line[line.utf8.index(after: colon)...]))
    }

    /// What follows `a=`.
    package var description: String {
        guard let value else { return name }
        return "\(name):\(value)"
    }
}
