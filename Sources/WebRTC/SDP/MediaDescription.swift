/// One media section: an `m=` line and what follows it.
///
/// The defaults are WebRTC's: port 9 and `0.0.0.0`, because ICE finds the real address.
package struct MediaDescription: Hashable, Sendable {
    package var kind: MediaKind
    /// Zero when the section is rejected or stopped; otherwise usually 9.
    package var port: UInt16
    /// Such as `UDP/TLS/RTP/SAVPF`.
    package var transport: String
    /// Payload types, or `webrtc-datachannel`.
    package var formats: [String]
    /// The `c=` line.
    package var connection: String?
    /// Lines other than `m=`, `c=` and `a=`, such as `b=AS:64`, whole.
    package var otherLines: [String]
    /// All `a=` lines. The typed properties are views of this list.
    package var attributes: AttributeList

    package static let rtpTransport = "UDP/TLS/RTP/SAVPF"
    package static let dataTransport = "UDP/DTLS/SCTP"
    package static let dataFormat = "webrtc-datachannel"
    package static let discardPort: UInt16 = 9
    package static let unspecifiedConnection = "IN IP4 0.0.0.0"

    package init(
        kind: MediaKind, port: UInt16 = discardPort, transport: String, formats: [String],
        connection: String? = unspecifiedConnection, otherLines: [String] = [], attributes: AttributeList = []
    ) {
        self.kind = kind
        self.port = port
        self.transport = transport
        self.formats = formats
        self.connection = connection
        self.otherLines = otherLines
        self.attributes = attributes
    }

    /// Port zero: this end does not want the section (RFC 9143 treats it as outside the bundle).
    package var isRejected: Bool {
        get { port == 0 }
        set { if newValue != isRejected { port = newValue ? 0 : Self.discardPort } }
    }

    /// Whether it carries data channels over SCTP.
    package var isData: Bool { kind == .application && transport.hasSuffix("DTLS/SCTP") }

    /// From what follows `m=`, such as `audio 9 UDP/TLS/RTP/SAVPF 111 63`. A count of ports (`9/2`) is dropped.
    init?(line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 3, let text = words[1].split(separator: "/").first, let port = UInt16(text) else {
            return nil
        }
        self.init(
            kind: MediaKind(String(words[0])), port: port, transport: String(words[2]),
            formats: words[3...].map(String.init), connection: nil)
    }

    /// What follows `m=`.
    var line: String { (["\(kind)", "\(port)", transport] + formats).joined(separator: " ") }
}
