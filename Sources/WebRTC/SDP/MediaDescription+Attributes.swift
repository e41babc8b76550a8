// The single-line attributes as properties: read from the list, written in place.
extension MediaDescription {
    /// The section's name in bundles and in RTP (RFC 5888). `nil` when the line is missing: LiveKit refuses that.
    package var mid: String? {
        get { attributes["mid"] }
        set { attributes["mid"] = newValue }
    }

    /// `sendrecv` when no line says otherwise.
    package var direction: Direction {
        get { attributes.lazy.compactMap { Direction(rawValue: $0.name) }.first ?? .sendReceive }
        set { attributes.replaceAll(Direction.names, with: [Attribute(newValue.rawValue)]) }
    }

    package var iceUfrag: String? {
        get { attributes["ice-ufrag"] }
        set { attributes["ice-ufrag"] = newValue }
    }

    package var icePwd: String? {
        get { attributes["ice-pwd"] }
        set { attributes["ice-pwd"] = newValue }
    }

    /// Such as `trickle`, space-separated.
    package var iceOptions: String? {
        get { attributes["ice-options"] }
        set { attributes["ice-options"] = newValue }
    }

    /// Such as `sha-256 AB:CD:…`. LiveKit's server writes it at session level: read `SessionDescription.transport`.
    package var fingerprint: String? {
        get { attributes["fingerprint"] }
        set { attributes["fingerprint"] = newValue }
    }

    package var setup: Setup? {
        get { attributes["setup"].flatMap(Setup.init) }
        set { attributes["setup"] = newValue?.rawValue }
    }

    package var rtcpMux: Bool {
        get { attributes.contains("rtcp-mux") }
        set { attributes.setFlag("rtcp-mux", newValue) }
    }

    /// Reduced-size RTCP (RFC 5506).
    package var reducedSizeRTCP: Bool {
        get { attributes.contains("rtcp-rsize") }
        set { attributes.setFlag("rtcp-rsize", newValue) }
    }

    package var msid: MediaStreamID? {
        get { attributes["msid"].flatMap(MediaStreamID.init) }
        set { attributes["msid"] = newValue?.description }
    }

    package var sctpPort: UInt16? {
        get { attributes["sctp-port"].flatMap { UInt16($0) } }
        set { attributes["sctp-port"] = newValue.map { "\($0)" } }
    }

    /// The largest message the writer can receive, in bytes; zero is "any" (RFC 8841, section 6).
    package var maxMessageSize: Int? {
        get { attributes["max-message-size"].flatMap { Int($0) } }
        set { attributes["max-message-size"] = newValue.map { "\($0)" } }
    }

    /// No more candidates will follow for these credentials (RFC 8840).
    package var endOfCandidates: Bool {
        get { attributes.contains("end-of-candidates") }
        set { attributes.setFlag("end-of-candidates", newValue) }
    }
}
