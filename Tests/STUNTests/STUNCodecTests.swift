import STUN
import Simulation
import Testing
import Wire

@Suite("STUN messages, written and read") struct STUNCodecTests {
    private static let v6 = TransportAddress(ip: .v6(high: 0x2001_0DB8_0000_0000, low: 7), port: 443)
    private static let v4 = TransportAddress(ip: .loopback, port: 65_535)

    private static let attributes: [STUNAttribute] = [
        .mappedAddress(v4), .mappedAddress(v6), .xorMappedAddress(v4), .xorMappedAddress(v6), .username("a:b"),
        .realm("r"), .nonce(""), .software("Parley"), .errorCode(.roleConflict), .unknownAttributes([1, 0x7FFF, 3]),
        .priority(.max), .alternateServer(v6), .channelNumber(0x4FFF), .lifetime(600), .xorPeerAddress(v6),
        .xorRelayedAddress(v4), .data([1, 2, 3]), .data([]), .requestedAddressFamily(isIPv6: true),
        .requestedAddressFamily(isIPv6: false), .requestedTransport(17), .useCandidate, .iceControlled(1),
        .iceControlling(.max),
        .unknown(type: 0xC057, value: [1, 2, 3, 4, 5]),
    ]

    private static func message(_ type: STUNClass) -> STUNMessage {
        STUNMessage(type, transaction: TransactionID(high: 1, low: 2), attributes: attributes)
    }

    @Test("a message is read as it was written", arguments: [STUNClass.request, .indication, .success, .error])
    func roundTrip(_ type: STUNClass) throws {
        let key: [UInt8] = [1, 2, 3]
        let read = try #require(STUNMessage(parsing: Self.message(type).serialized(key: key)))
        #expect(read.type == type)
        #expect(read.method == STUNMethod.binding)
        #expect(read.transaction == TransactionID(high: 1, low: 2))
        #expect(read.attributes == Self.attributes)
        #expect(read.isAuthentic(key: key))
        #expect(!read.isAuthentic(key: [1, 2, 4]))
        #expect(read.notUnderstood.isEmpty)
    }

    @Test("a message without a key has no integrity")
    func unsigned() throws {
        let read = try #require(STUNMessage(parsing: Self.message(.success).serialized()))
        #expect(!read.hasIntegrity)
        #expect(!read.isAuthentic(key: []))
    }

    @Test(
        "every method survives that can share a port with media", arguments: [0, 1, 0x0F, 0x10, 0x80, 0xFF] as [UInt16])
    func methods(_ method: UInt16) throws {
        var message = Self.message(.error)
        message.method = method
        let read = try #require(STUNMessage(parsing: message.serialized()))
        #expect(read.method == method)
        #expect(read.type == .error)
    }

    @Test("what follows the integrity is ignored, the fingerprint excepted")
    func afterIntegrity() throws {
        var bytes = Self.message(.request).serialized(key: [9])
        bytes.removeLast(8)
        bytes += [0x00, 0x25, 0, 0]
        let length = bytes.count - 20
        bytes[2] = UInt8(length >> 8)
        bytes[3] = UInt8(length & 0xFF)
        let read = try #require(STUNMessage(parsing: bytes))
        #expect(read.attributes == Self.attributes)
        #expect(read.isAuthentic(key: [9]))
    }

    @Test(
        "an attribute of a known type in a wrong format is not understood",
        arguments: [
            (0x0024, [1, 2, 3]), (0x0020, [0, 3, 0, 1, 1, 2, 3, 4]), (0x0020, []), (0x0009, [0, 0, 9, 0]),
            (0x0006, [0xFF, 0xFE]), (0x0025, [0]), (0x7ABC, []),
        ] as [(UInt16, [UInt8])])
    func malformedAttribute(_ type: UInt16, _ value: [UInt8]) throws {
        let message = STUNMessage(
            .request, transaction: TransactionID(high: 0, low: 0), attributes: [.unknown(type: type, value: value)])
        #expect(try #require(STUNMessage(parsing: message.serialized())).notUnderstood == [type])
    }

    @Test("every truncation is refused", arguments: STUNVectors.all + [message(.error).serialized(key: [1])])
    func truncation(_ bytes: [UInt8]) {
        for count in bytes.indices {
            #expect(STUNMessage(parsing: Array(bytes[..<count])) == nil)
        }
        #expect(STUNMessage(parsing: bytes + [0]) == nil)
    }

    @Test("random bytes behind a right header never trap", arguments: 0..<50 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let count = Int(random.next() % 64) * 4
        let header: [UInt8] = [0, 1, UInt8(count >> 8), UInt8(count & 0xFF), 0x21, 0x12, 0xA4, 0x42]
        let message = STUNMessage(parsing: header + random.bytes(12 + count))
        _ = message?.serialized()
        _ = STUNMessage(parsing: random.bytes(count))
    }

    @Test("STUN is told from what shares its port")
    func demultiplexing() {
        #expect(STUNMessage.isSTUN(STUNVectors.request))
        #expect(!STUNMessage.isSTUN([22, 254, 253] + Array(repeating: 0, count: 30)))
        #expect(!STUNMessage.isSTUN([0x80, 111] + Array(repeating: 0, count: 30)))
        #expect(!STUNMessage.isSTUN([]))
    }
}
