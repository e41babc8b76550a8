import NIOCore
import Testing
import Transport
import Wire

@Suite("Datagrams on a stream")
struct FrameDecoderTests {
    private static let framings = [StreamFraming.counted, .selfDescribing]

    /// A STUN message with `count` bytes of attributes.
    private static func message(_ count: Int) -> [UInt8] {
        [0x01, 0x01, UInt8(count >> 8), UInt8(count & 0xFF), 0x21, 0x12, 0xA4, 0x42]
            + (0..<12 + count).map { UInt8(truncatingIfNeeded: $0) }
    }

    private static func channelData(_ count: Int, number: UInt16 = 0x4001) -> [UInt8] {
        [UInt8(number >> 8), UInt8(number & 0xFF), UInt8(count >> 8), UInt8(count & 0xFF)]
            + (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    }

    /// Datagrams that both framings carry, of every remainder by four.
    private static let datagrams = [message(0), message(8), channelData(0), channelData(1), channelData(1201)]

    private func stream(_ datagrams: [[UInt8]], _ framing: StreamFraming) throws -> [UInt8] {
        try datagrams.flatMap { datagram in
            let frame = try #require(framing.frame(datagram, allocator: ByteBufferAllocator()))
            return Array(buffer: frame)
        }
    }

    private func drain(_ decoder: inout FrameDecoder) throws -> [[UInt8]] {
        var datagrams: [[UInt8]] = []
        while let datagram = try decoder.next() { datagrams.append(datagram) }
        return datagrams
    }

    @Test("what is framed comes back, in pieces of any size", arguments: framings, [1, 2, 3, 5, 7, 1000, 10_000])
    func roundTrip(_ framing: StreamFraming, _ size: Int) throws {
        let bytes = try stream(Self.datagrams, framing)
        var decoder = FrameDecoder(framing)
        var received: [[UInt8]] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            decoder.append(ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)]))
            received += try drain(&decoder)
        }
        #expect(received == Self.datagrams)
    }

    @Test("of every truncation, the whole datagrams come out and nothing else", arguments: framings)
    func truncations(_ framing: StreamFraming) throws {
        let bytes = try stream(Self.datagrams, framing)
        let ends = try Self.datagrams.indices.map { try stream(Array(Self.datagrams[...$0]), framing).count }
        for length in bytes.indices {
            var decoder = FrameDecoder(framing)
            decoder.append(ByteBuffer(bytes: bytes[..<length]))
            let whole = ends.count { $0 <= length }
            #expect(try drain(&decoder) == Array(Self.datagrams.prefix(whole)))
        }
    }

    @Test("the length stands in two bytes before, as RFC 4571 says")
    func countedBytes() throws {
        #expect(try stream([[9, 8, 7]], .counted) == [0, 3, 9, 8, 7])
    }

    @Test("channel data is padded to a multiple of four on a stream", arguments: 0...8)
    func padding(_ count: Int) throws {
        let bytes = try stream([Self.channelData(count)], .selfDescribing)
        #expect(bytes.count == 4 + (count + 3) / 4 * 4)
        #expect(bytes.starts(with: Self.channelData(count)))
    }

    @Test("null packets are passed over")
    func nullPackets() throws {
        var decoder = FrameDecoder(.counted)
        decoder.append(ByteBuffer(bytes: [0, 0, 0, 0, 0, 1, 42, 0, 0]))
        #expect(try drain(&decoder) == [[42]])
    }

    @Test(
        "a length beyond the limit is an error before its bytes have come",
        arguments: [
            (StreamFraming.counted, [0x40, 0x01] as [UInt8], 0x4001), (.counted, [0xFF, 0xFF], 0xFFFF),
            (.selfDescribing, [0x40, 0x00, 0xFF, 0xFF], 0x10003),
            (.selfDescribing, [0x00, 0x01, 0x3F, 0xF0], 0x4004),
            (.selfDescribing, Array("HTTP".utf8), 0x5454),
        ])
    func oversize(_ framing: StreamFraming, _ bytes: [UInt8], _ count: Int) {
        var decoder = FrameDecoder(framing)
        decoder.append(ByteBuffer(bytes: bytes))
        #expect(throws: FramingError.oversize(count)) { try decoder.next() }
    }

    @Test(
        "what is neither a message nor channel data is an error",
        arguments: [
            // TLS, a reserved channel number, a length that is no multiple of four, a wrong cookie, RTP.
            [0x16, 0x03, 0x01, 0x02], [0x50, 0x00, 0x00, 0x04], [0x00, 0x01, 0x00, 0x03],
            [0x00, 0x01, 0x00, 0x08, 0x21, 0x12, 0xA4, 0x43], [0x80, 0x60, 0x00, 0x01],
        ] as [[UInt8]])
    func garbage(_ bytes: [UInt8]) {
        var decoder = FrameDecoder(.selfDescribing)
        decoder.append(ByteBuffer(bytes: bytes))
        #expect(throws: FramingError.unknownKind) { try decoder.next() }
    }

    @Test("an empty datagram and one over the limit are not framed", arguments: framings)
    func unsendable(_ framing: StreamFraming) {
        let allocator = ByteBufferAllocator()
        #expect(framing.frame([], allocator: allocator) == nil)
        #expect(framing.frame([UInt8](repeating: 0, count: StreamFraming.limit + 1), allocator: allocator) == nil)
        #expect(framing.frame([UInt8](repeating: 0, count: StreamFraming.limit), allocator: allocator) != nil)
    }

    @Test("random bytes end in an error or in waiting, never in a trap", arguments: framings, 0..<50 as Range<UInt64>)
    func random(_ framing: StreamFraming, _ seed: UInt64) {
        var state = seed
        var decoder = FrameDecoder(framing)
        for _ in 0..<20 {
            let bytes = (0..<100).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            decoder.append(ByteBuffer(bytes: bytes))
            guard (try? drain(&decoder)) != nil else { return }
        }
    }

    @Test("UDP needs no framing")
    func transports() {
        #expect(StreamFraming(.udp) == nil)
        #expect(StreamFraming(.tcp) == .counted)
        #expect(StreamFraming(.turnTCP) == .selfDescribing)
        #expect(StreamFraming(.turnTLS(host: "turn.example")) == .selfDescribing)
    }
}
