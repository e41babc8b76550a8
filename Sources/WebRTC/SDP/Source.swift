/// An RTP source and what its `a=ssrc` lines say (RFC 5576).
package struct Source: Hashable, Sendable {
    package var ssrc: UInt32
    package var attributes: AttributeList

    package init(ssrc: UInt32, attributes: AttributeList) {
        self.ssrc = ssrc
        self.attributes = attributes
    }

    /// As libwebrtc announces one.
    package init(ssrc: UInt32, cname: String, msid: MediaStreamID? = nil) {
        self.init(ssrc: ssrc, attributes: [Attribute("cname", cname)])
        if let msid { attributes.append(Attribute("msid", msid.description)) }
    }

    package var cname: String? { attributes["cname"] }
    package var msid: MediaStreamID? { attributes["msid"].flatMap(MediaStreamID.init) }

    /// The number and the attribute of one `ssrc` value.
    static func line(_ value: String) -> (ssrc: UInt32, attribute: Attribute?)? {
        let words = value.split(separator: " ", maxSplits: 1)
        guard let first = words.first, let ssrc = UInt32(first) else { return nil }
        return (ssrc, words.count > 1 ? Attribute(line: words[1]) : nil)
    }

    var lines: [Attribute] {
        guard !attributes.isEmpty else { return [Attribute("ssrc", "\(ssrc)")] }
        return attributes.map { Attribute("ssrc", "\(ssrc) \($0)") }
    }
}
