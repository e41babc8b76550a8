import Secure
import Testing

/// Master keys and salts from RFC 3711, appendix B.3, and counting bytes for GCM. What must come out was computed from
/// RFC 3711, sections 3.4, 4.1 and 4.3, and RFC 7714, sections 8 and 9, with another implementation of AES.
@Suite("SRTP packets made elsewhere")
struct SRTPVectorTests {
    struct Vector: Sendable {
        let profile: SRTPProfile
        let key: String
        let salt: String
        let protectedRTP: String
        let protectedRTCP: String

        func session(_ role: DTLSRole) throws -> SRTPSession {
            let (key, salt) = (bytes(key), bytes(salt))
            let material = SRTPKeyingMaterial(
                profile: profile, clientKey: key, clientSalt: salt, serverKey: key, serverSalt: salt)
            return try SRTPSession(material, role: role)
        }
    }

    static let rtp = "800f1234decafbadcafebabe" + String(repeating: "ab", count: 16)
    static let rtcp = "81c8000bcafebabe" + String(repeating: "ab", count: 16)

    static let vectors = [
        Vector(
            profile: .aes128CMSHA1_80, key: "e1f97a0d3e018be0d64fa32c06de4139", salt: "0ec675ad498afeebb6960b3aabe6",
            protectedRTP: "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb",
            protectedRTCP: "81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798"),
        Vector(
            profile: .aeadAES128GCM, key: "000102030405060708090a0b0c0d0e0f", salt: "a0a1a2a3a4a5a6a7a8a9aaab",
            protectedRTP: "800f1234decafbadcafebabe"
                + "c5002ede04cfdd2eb91159e0880aa06ed2976826f796b201df3131a127e8a392",
            protectedRTCP: "81c8000bcafebabe"
                + "c98b8b5df0392a55852b6c21ac8e7025c52c6fbea2b3b446ea31123ba88ce61e80000001"),
        Vector(
            profile: .aeadAES256GCM, key: "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
            salt: "a0a1a2a3a4a5a6a7a8a9aaab",
            protectedRTP: "800f1234decafbadcafebabe"
                + "0af7f21e8a90bdad7a425c9c31ed4bb1d90238917e7390a2793500e1681acaea",
            protectedRTCP: "81c8000bcafebabe"
                + "8abfafa780070a90e80f9161cf4aac081ed93aaa53c15b0f3ed1a3b984167b0380000001"),
    ]

    @Test("an RTP packet becomes those bytes, and comes back from them", arguments: vectors.indices)
    func media(index: Int) throws {
        let vector = Self.vectors[index]
        var sender = try vector.session(.client)
        var receiver = try vector.session(.server)
        var packet = bytes(Self.rtp)
        try sender.protect(rtp: &packet)
        #expect(hexadecimal(packet) == vector.protectedRTP)
        packet = bytes(vector.protectedRTP)
        try receiver.unprotect(rtp: &packet)
        #expect(hexadecimal(packet) == Self.rtp)
    }

    @Test("an RTCP packet comes back from those bytes", arguments: vectors.indices)
    func control(index: Int) throws {
        let vector = Self.vectors[index]
        var sender = try vector.session(.client)
        var receiver = try vector.session(.server)
        var packet = bytes(Self.rtcp)
        try sender.protect(rtcp: &packet)
        #expect(hexadecimal(packet) == vector.protectedRTCP)
        packet = bytes(vector.protectedRTCP)
        try receiver.unprotect(rtcp: &packet)
        #expect(hexadecimal(packet) == Self.rtcp)
    }
}
