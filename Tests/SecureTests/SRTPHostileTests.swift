import Secure
import Simulation
import Testing

@Suite("Hostile SRTP")
struct SRTPHostileTests {
    @Test("every truncation is refused", arguments: SRTPProfile.allCases)
    func truncations(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        var packet = SRTPPair.packet(sequence: 7)
        var report = SRTPPair.report + SRTPPair.report
        try pair.client.protect(rtp: &packet)
        try pair.client.protect(rtcp: &report)
        for length in packet.indices { #expect(pair.receive(Array(packet[..<length])) != nil) }
        for length in report.indices { #expect(pair.receive(report: Array(report[..<length])) != nil) }
    }

    @Test("random bytes never trap", arguments: SRTPProfile.allCases)
    func randomBytes(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        var random = SeededGenerator(seed: UInt64(profile.rawValue))
        for _ in 0..<3000 {
            var noise = (0..<Int.random(in: 0...90, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            if !noise.isEmpty { noise[0] = 0x80 | noise[0] & 0x3F }
            #expect(pair.receive(noise) != nil)
            #expect(pair.receive(report: noise) != nil)
        }
    }

    @Test("what is too short to be a packet is not protected", arguments: SRTPProfile.allCases)
    func tooShort(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        for length in 0..<12 {
            #expect(pair.carry(Array(repeating: 0x80, count: length)) == .malformed)
        }
    }

    @Test("headers that promise more than there is are refused", arguments: SRTPProfile.allCases)
    func lyingHeaders(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        for first in [0x8F, 0x90, 0x9F] as [UInt8] {
            var packet = SRTPPair.packet(sequence: 1, payload: 20)
            packet[0] = first
            packet[14] = 0xFF
            packet[15] = 0xFF
            var protected = packet
            #expect(throws: SRTPError.self) { try pair.client.protect(rtp: &protected) }
            #expect(pair.receive(packet + Array(repeating: 0, count: 16)) != nil)
        }
    }

    @Test("keys of the wrong length are refused")
    func wrongKeys() {
        let material = SRTPKeyingMaterial(
            profile: .aeadAES256GCM, clientKey: [1], clientSalt: [2], serverKey: [3], serverSalt: [4])
        #expect(SRTPKeyingMaterial(profile: .aeadAES128GCM, exported: [1, 2, 3]) == nil)
        var error: SRTPError?
        do { _ = try SRTPSession(material, role: .client) } catch let refusal { error = refusal }
        #expect(error == .malformed)
    }

    @Test("keys are not part of any text")
    func secrecy() {
        let secret: [UInt8] = Array(repeating: 203, count: 16)
        let material = SRTPKeyingMaterial(
            profile: .aeadAES128GCM, clientKey: secret, clientSalt: secret, serverKey: secret, serverSalt: secret)
        var dumped = ""
        dump(material, to: &dumped)
        #expect(!"\(material) \(String(reflecting: DTLSOutput.connected(material))) \(dumped)".contains("203"))
    }
}
