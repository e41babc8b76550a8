/// A payload type of one media section with its `rtpmap`, `fmtp` and `rtcp-fb` lines.
///
/// The same payload type may have other parameters in another section of the same bundle.
package struct Codec: Hashable, Sendable {
    package var payloadType: UInt8
    /// As written; compare with `isNamed`, because codec names ignore case.
    package var name: String
    /// RTP timestamp ticks per second.
    package var clockRate: Int
    package var channels: Int
    /// The `fmtp` value without the payload type, such as `minptime=10;useinbandfec=1`.
    package var parameters: String?
    /// The `rtcp-fb` values without the payload type, such as `nack pli`.
    package var feedback: [String]

    package init(
        payloadType: UInt8, name: String, clockRate: Int, channels: Int = 1, parameters: String? = nil,
        feedback: [String] = []
    ) {
        self.payloadType = payloadType
        self.name = name
        self.clockRate = clockRate
        self.channels = channels
        self.parameters = parameters
        self.feedback = feedback
    }

    /// Opus as RFC 7587 demands it: 48 kHz and two channels, whatever is sent.
    package static func opus(
        _ payloadType: UInt8 = 111, parameters: String? = "minptime=10;useinbandfec=1", feedback: [String] = []
    ) -> Codec {
        Codec(
            payloadType: payloadType, name: "opus", clockRate: 48_000, channels: 2, parameters: parameters,
            feedback: feedback)
    }

    /// RED of another payload type (RFC 2198, section 5), as LiveKit and libwebrtc write it: one repetition.
    package static func redundancy(_ payloadType: UInt8 = 63, of other: UInt8 = 111) -> Codec {
        Codec(
            payloadType: payloadType, name: "red", clockRate: 48_000, channels: 2, parameters: "\(other)/\(other)")
    }

    package func isNamed(_ other: String) -> Bool {
        name.lowercased() == other.lowercased()
    }

    /// From an `rtpmap` value such as `111 opus/48000/2`.
    init?(rtpmap value: String) {
        let words = value.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let payloadType = UInt8(words[0]) else { return nil }
        let parts = words[1].split(separator: "/")
        guard parts.count >= 2, let clockRate = Int(parts[1]) else { return nil }
        self.init(
            payloadType: payloadType, name: String(parts[0]), clockRate: clockRate,
            channels: parts.count > 2 ? Int(parts[2]) ?? 1 : 1)
    }

    /// Its lines, in libwebrtc's order.
    var attributes: [Attribute] {
        let suffix = channels > 1 ? "/\(channels)" : ""
        var lines = [Attribute("rtpmap", "\(payloadType) \(name)/\(clockRate)\(suffix)")]
        lines += feedback.map { Attribute("rtcp-fb", "\(payloadType) \($0)") }
        if let parameters { lines.append(Attribute("fmtp", "\(payloadType) \(parameters)")) }
        return lines
    }

    static let attributeNames: Set<String> = ["rtpmap", "rtcp-fb", "fmtp"]
}
