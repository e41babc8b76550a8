/// An RTP header extension and its number (`a=extmap`, RFC 8285, section 8).
package struct ExtensionMapping: Hashable, Sendable {
    /// 1 to 14 in one-byte headers.
    package var id: UInt8
    package var direction: Direction?
    package var uri: String
    /// Extension attributes after the URI, verbatim.
    package var attributes: String?

    package static let audioLevel = "urn:ietf:params:rtp-hdrext:ssrc-audio-level"
    package static let mid = "urn:ietf:params:rtp-hdrext:sdes:mid"

    package init(id: UInt8, uri: String, direction: Direction? = nil, attributes: String? = nil) {
        self.id = id
        self.direction = direction
        self.uri = uri
        self.attributes = attributes
    }

    init?(_ value: String) {
        let words = value.split(separator: " ", maxSplits: 2)
        guard words.count >= 2 else { return nil }
        let number = words[0].split(separator: "/", maxSplits: 1)
        guard let first = number.first, let id = UInt8(first) else { return nil }
        self.init(
            id: id, uri: String(words[1]), direction: number.count > 1 ? Direction(rawValue: String(number[1])) : nil,
            attributes: words.count > 2 ? String(words[2]) : nil)
    }

    var value: String {
        "\(id)" + (direction.map { "/\($0.rawValue)" } ?? "") + " \(uri)" + (attributes.map { " \($0)" } ?? "")
    }
}
