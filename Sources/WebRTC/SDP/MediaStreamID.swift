/// `a=msid:<stream> <track>` (RFC 8830). LiveKit writes `PA_…|TR_… TR_…`; libwebrtc writes `- <cid>`.
package struct MediaStreamID: Hashable, Sendable, CustomStringConvertible {
    package var stream: String
    package var track: String?

    package init(stream: String, track: String?) {
        self.stream = stream
        self.track = track
    }

    init?(_ value: String) {
        let words = value.split(separator: " ", maxSplits: 1)
        guard let stream = words.first else { return nil }
        self.init(stream: String(stream), track: words.count > 1 ? String(words[1]) : nil)
    }

    package var description: String {
        guard let track else { return stream }
        return "\(stream) \(track)"
    }
}
