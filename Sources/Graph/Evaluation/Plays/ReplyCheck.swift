/// What a reply must have, or must not: `~ name & phone | number`, `!~ tires`.
package struct ReplyCheck: Hashable, Sendable {
    /// All of these groups, any of the words of each.
    package let groups: [[String]]
    /// Whether the words must be missing.
    package let isForbidding: Bool

    package init(_ groups: [[String]], isForbidding: Bool = false) {
        self.groups = groups
        self.isForbidding = isForbidding
    }

    /// Reads `a & b | c`; `nil` when something is missing beside a `&` or `|`.
    package init?(parsing text: some StringProtocol, isForbidding: Bool = false) {
        let groups = text.split(separator: "&", omittingEmptySubsequences: false).map { group in
            group.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
        }
        guard groups.allSatisfy({ $0.allSatisfy { !PlainText($0).text.isEmpty } }) else { return nil }
        self.init(groups, isForbidding: isForbidding)
    }

    package func accepts(_ reply: String) -> Bool {
        let plain = PlainText(reply)
        return groups.allSatisfy { $0.contains { plain.contains(PlainText($0)) } } != isForbidding
    }
}

extension ReplyCheck: CustomStringConvertible {
    /// As plays write it.
    package var description: String {
        (isForbidding ? "!~ " : "~ ") + groups.map { $0.joined(separator: " | ") }.joined(separator: " & ")
    }
}
