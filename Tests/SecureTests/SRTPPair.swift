import Secure

/// Both ends of an SRTP session over random keys.
final class SRTPPair {
    var client: SRTPSession
    var server: SRTPSession

    init(_ profile: SRTPProfile) throws {
        let material = SRTPKeyingMaterial(
            profile: profile, clientKey: SecureRandom.bytes(profile.keyLength),
            clientSalt: SecureRandom.bytes(profile.saltLength), serverKey: SecureRandom.bytes(profile.keyLength),
            serverSalt: SecureRandom.bytes(profile.saltLength))
        client = try SRTPSession(material, role: .client)
        server = try SRTPSession(material, role: .server)
    }

    static func packet(sequence: UInt16, ssrc: UInt32 = 0x0102_0304, payload: Int = 80) -> [UInt8] {
        var packet: [UInt8] = [0x80, 111, UInt8(sequence >> 8), UInt8(sequence & 0xFF), 0, 0, 0, 1]
        packet += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: ssrc >> $0) }
        return packet + (0..<payload).map { UInt8(truncatingIfNeeded: $0) }
    }

    static let report: [UInt8] = [0x80, 201, 0, 1, 1, 2, 3, 4]

    /// From client to server; the error when it does not arrive.
    func carry(_ packet: [UInt8]) -> SRTPError? {
        var packet = packet
        do {
            try client.protect(rtp: &packet)
            try server.unprotect(rtp: &packet)
            return nil
        } catch {
            return error
        }
    }

    func receive(_ packet: [UInt8]) -> SRTPError? {
        var packet = packet
        do {
            try server.unprotect(rtp: &packet)
            return nil
        } catch {
            return error
        }
    }

    func receive(report: [UInt8]) -> SRTPError? {
        var report = report
        do {
            try server.unprotect(rtcp: &report)
            return nil
        } catch {
            return error
        }
    }
}
