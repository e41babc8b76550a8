extension MediaDescription {
    /// A section for RTP with a transport multiplexed as WebRTC demands. Add the transport's lines with `setTransport`.
    package static func rtp(_ kind: MediaKind, mid: String, direction: Direction, codecs: [Codec]) -> MediaDescription {
        var section = MediaDescription(kind: kind, transport: rtpTransport, formats: [])
        section.mid = mid
        section.direction = direction
        section.rtcpMux = true
        section.codecs = codecs
        return section
    }

    /// A section for data channels over SCTP (RFC 8841).
    package static func data(mid: String, sctpPort: UInt16 = 5000, maxMessageSize: Int = 65_535) -> MediaDescription {
        var section = MediaDescription(kind: .application, transport: dataTransport, formats: [dataFormat])
        section.mid = mid
        section.sctpPort = sctpPort
        section.maxMessageSize = maxMessageSize
        return section
    }

    /// The answer to a section that is not wanted: the same kind, transport, formats and mid, port zero, inactive.
    package static func rejecting(_ offer: MediaDescription) -> MediaDescription {
        var section = MediaDescription(
            kind: offer.kind, port: 0, transport: offer.transport, formats: offer.formats)
        section.mid = offer.mid
        if !offer.isData { section.direction = .inactive }
        return section
    }

    /// Writes the ICE credentials, the fingerprint and the DTLS role; a `nil` field leaves the session's in force.
    package mutating func setTransport(_ transport: TransportDescription) {
        iceUfrag = transport.iceUfrag
        icePwd = transport.icePwd
        iceOptions = transport.iceOptions
        fingerprint = transport.fingerprint
        setup = transport.setup
        candidates = transport.candidates
        endOfCandidates = transport.endOfCandidates
    }
}
