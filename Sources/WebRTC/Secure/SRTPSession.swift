/// SRTP and SRTCP in both directions of one association (RFC 3711, RFC 7714), for any number of sources.
///
/// Packets are protected and unprotected in place. An array whose capacity leaves `SRTPProfile.controlTrailerLength`
/// bytes free is not moved. When unprotecting throws, the bytes are no packet any more: drop them.
package struct SRTPSession: ~Copyable, Sendable {
    package let profile: SRTPProfile
    private let inbound: SRTPHandle
    private let outbound: SRTPHandle

    /// Shortest headers: RFC 3550, sections 5.1 and 6.4.
    private static let shortestRTP = 12
    private static let shortestRTCP = 8

    /// - Parameter role: this end's in the handshake; it decides which key is whose.
    package init(_ material: SRTPKeyingMaterial, role: DTLSRole) throws(SRTPError) {
        let isClient = role == .client
        let inbound = try SRTPHandle(
            .inbound, profile: material.profile,
            key: isClient ? material.serverKey : material.clientKey,
            salt: isClient ? material.serverSalt : material.clientSalt)
        let outbound = try SRTPHandle(
            .outbound, profile: material.profile,
            key: isClient ? material.clientKey : material.serverKey,
            salt: isClient ? material.clientSalt : material.serverSalt)
        profile = material.profile
        self.inbound = inbound
        self.outbound = outbound
    }

    /// Encrypts and signs. A sequence number may be protected again only with the same payload, as a retransmission.
    package mutating func protect(rtp packet: inout [UInt8]) throws(SRTPError) {
        let plain = packet.count
        guard plain >= Self.shortestRTP else { throw .malformed }
        packet.append(contentsOf: repeatElement(0, count: profile.tagLength))
        let length = try outbound.protect(&packet, length: plain)
        packet.removeLast(packet.count - length)
    }

    /// Checks, decrypts and removes the tag.
    package mutating func unprotect(rtp packet: inout [UInt8]) throws(SRTPError) {
        guard packet.count >= Self.shortestRTP + profile.tagLength else { throw .malformed }
        let length = try inbound.unprotect(&packet)
        packet.removeLast(packet.count - length)
    }

    package mutating func protect(rtcp packet: inout [UInt8]) throws(SRTPError) {
        let plain = packet.count
        guard plain >= Self.shortestRTCP else { throw .malformed }
        packet.append(contentsOf: repeatElement(0, count: profile.controlTrailerLength))
        let length = try outbound.protectControl(&packet, length: plain)
        packet.removeLast(packet.count - length)
    }

    package mutating func unprotect(rtcp packet: inout [UInt8]) throws(SRTPError) {
        guard packet.count >= Self.shortestRTCP + profile.controlTrailerLength else { throw .malformed }
        let length = try inbound.unprotectControl(&packet)
        packet.removeLast(packet.count - length)
    }
}
