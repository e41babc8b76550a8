import FoundationEssentials

/// A request's target, taken apart: `/ws`, `/ws/{session_id}` and the query.
package struct FeedTarget: Hashable, Sendable {
    /// Without the query.
    package let path: String
    /// Decoded; of a name that comes twice the first.
    package let query: [String: String]

    package init(_ target: String) {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(parts.first ?? "")
        let pairs = parts.count > 1 ? parts[1].split(separator: "&") : []
        query = Dictionary(
            pairs.map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The feed it names; `nil` for any other path.
    package var source: FeedOpening.Source? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true)
        guard parts.first == "ws", parts.count <= 2 else { return nil }
        return parts.count == 1 ? .workspace : .session(Self.decoded(parts[1]))
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            rest = rest.dropFirst(2)
            bytes.append(value)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
