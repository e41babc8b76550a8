import STUN
import Secure
import Testing
import Wire

@Suite("The STUN messages of RFC 5769") struct STUNVectorTests {
    @Test("the sample request")
    func request() throws {
        let message = try #require(STUNMessage(parsing: STUNVectors.request))
        #expect(message.type == .request)
        #expect(message.transaction == TransactionID(high: 0xB7E7_A701, low: 0xBC34_D686_FA87_DFAE))
        #expect(
            message.attributes == [
                .software("STUN test client"), .priority(0x6E00_01FF), .iceControlled(0x932F_F9B1_5126_3B36),
                .username("evtj:h6vY"),
            ])
        #expect(message.isAuthentic(key: STUNVectors.password))
        #expect(!message.isAuthentic(key: STUNVectors.password + [1]))
    }

    @Test(
        "the sample responses",
        arguments: [
            (STUNVectors.responseIPv4, "192.0.2.1"), (STUNVectors.responseIPv6, "2001:db8:1234:5678:11:2233:4455:6677"),
        ])
    func responses(_ bytes: [UInt8], _ ip: String) throws {
        let message = try #require(STUNMessage(parsing: bytes))
        #expect(message.type == .success)
        #expect(message.xorMappedAddress == TransportAddress(ip: try #require(IPAddress(ip)), port: 32_853))
        #expect(message.isAuthentic(key: STUNVectors.password))
    }

    @Test("the sample request with long-term authentication")
    func longTerm() throws {
        let message = try #require(STUNMessage(parsing: STUNVectors.longTermRequest))
        #expect(message.username == "マトリックス")
        #expect(message.attributes.contains(.realm("example.org")))
        #expect(message.attributes.contains(.nonce("f//499k954d6OL34oL9FSTvy64sA")))
        #expect(message.isAuthentic(key: Digest.md5(Array("マトリックス:example.org:TheMatrIX".utf8))))
    }

    @Test(
        "a changed byte is noticed, wherever it is",
        arguments: [
            STUNVectors.request, STUNVectors.responseIPv4, STUNVectors.responseIPv6,
        ])
    func corruption(_ bytes: [UInt8]) {
        // Not the fingerprint's type: changed, it is an attribute that comes after the integrity, and ignored.
        for index in bytes.indices where !(bytes.count - 8..<bytes.count - 6).contains(index) {
            var changed = bytes
            changed[index] ^= 0x10
            #expect(STUNMessage(parsing: changed) == nil, "byte \(index)")
        }
    }
}
