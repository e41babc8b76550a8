import Testing
import Wire

@testable import SCTP

@Suite("Chunks on the wire") struct ChunkCodingTests {
    @Test("what was written reads back as the same", arguments: ChunkSamples.all)
    func roundTrip(_ chunk: Chunk) throws {
        let packet = SCTPPacket(port: 5000, verificationTag: 0xDEAD_BEEF, chunks: [chunk, .cookieAck])
        #expect(try #require(SCTPPacket(packet.serialized())) == packet)
    }

    @Test("a chunk fills a multiple of four bytes and knows how many", arguments: ChunkSamples.all)
    func size(_ chunk: Chunk) {
        var writer = ByteWriter()
        chunk.write(to: &writer)
        #expect(writer.count % 4 == 0)
        #expect(writer.count == chunk.size)
    }

    @Test("every truncation is read without a trap, and as something else", arguments: ChunkSamples.all)
    func truncations(_ chunk: Chunk) {
        var writer = ByteWriter()
        chunk.write(to: &writer)
        for count in 0..<writer.count {
            var reader = ByteReader(Array(writer.bytes.prefix(count)))
            let length = Int(writer.bytes[2]) << 8 | Int(writer.bytes[3])
            // Only the padding of a last chunk may be missing.
            if let read = Chunk(from: &reader) { #expect(count >= length && read == chunk) }
        }
    }

    @Test("a body cut short inside a consistent length does not trap", arguments: ChunkSamples.all)
    func shortBodies(_ chunk: Chunk) {
        var writer = ByteWriter()
        chunk.write(to: &writer)
        let length = Int(writer.bytes[2]) << 8 | Int(writer.bytes[3])
        for shorter in 4..<max(length, 5) {
            var bytes = Array(writer.bytes.prefix(shorter))
            bytes[2] = UInt8(shorter >> 8)
            bytes[3] = UInt8(shorter & 0xFF)
            var reader = ByteReader(bytes)
            _ = Chunk(from: &reader)
            #expect(reader.isAtEnd)
        }
    }

    @Test("INIT is laid out as RFC 9260, section 3.3.2, draws it")
    func initiationLayout() {
        let chunk = Chunk.initiation(
            InitiationChunk(
                initiateTag: 0x0102_0304, receiverWindow: 0x0001_0000, outboundStreams: 10, inboundStreams: 20,
                initialTSN: TSN(5), parameters: [Parameter(type: 0xC000, value: [])]))
        var writer = ByteWriter()
        chunk.write(to: &writer)
        #expect(
            writer.bytes == [
                1, 0, 0, 24, 1, 2, 3, 4, 0, 1, 0, 0, 0, 10, 0, 20, 0, 0, 0, 5, 0xC0, 0, 0, 4,
            ])
    }

    @Test("sequence numbers are compared around the end of the circle")
    func serialNumbers() {
        #expect(TSN(0xFFFF_FFFF).precedes(TSN(0)))
        #expect(TSN(0).distance(from: TSN(0xFFFF_FFFE)) == 2)
        #expect(!TSN(5).precedes(TSN(5)))
        #expect(TSN(0xFFFF_FFFF).next == TSN(0))
    }
}
