import Glibc
import Secure
import Testing
import Timing

@Suite("A connected DTLS association")
struct DTLSDataTests {
    @Test("records cross in both directions, whole and in order")
    func records() throws {
        let pair = try DTLSPair()
        pair.shakeHands()
        let sizes = [1, 100, 1150, 16_000]
        for size in sizes {
            pair.client.send(Array(repeating: UInt8(size % 251), count: size))
            pair.server.send(Array(repeating: UInt8(size % 241), count: size))
        }
        pair.carry()
        #expect(pair.serverOutcome.received.map(\.count) == sizes)
        #expect(pair.clientOutcome.received.map(\.count) == sizes)
        #expect(pair.serverOutcome.received[1] == Array(repeating: 100, count: 100))
    }

    @Test("a handshake that had to repeat itself is quiet afterwards")
    func quiet() throws {
        let pair = try DTLSPair()
        pair.lost = [1, 3]
        pair.shakeHands()
        let sent = pair.datagramsSent
        let end = Instant.monotonic() + .milliseconds(450)
        while Instant.monotonic() < end {
            pair.client.handle([0], now: .monotonic())
            pair.server.handle([0], now: .monotonic())
            pair.carry()
            usleep(10_000)
        }
        #expect(pair.datagramsSent == sent)
        #expect(!pair.serverOutcome.isClosed && !pair.clientOutcome.isClosed)
    }

    @Test("what is sent before the handshake or after the end is dropped")
    func tooEarly() throws {
        let pair = try DTLSPair()
        let early = pair.client.send([1])
        pair.shakeHands()
        pair.client.close()
        let late = pair.client.send([1])
        #expect(!early && !late)
        pair.carry()
        #expect(pair.serverOutcome.received.isEmpty)
    }

    @Test("a close is heard at the other end, and ends both without an error")
    func close() throws {
        let pair = try DTLSPair()
        pair.shakeHands()
        pair.server.close()
        pair.carry()
        #expect(pair.serverOutcome.isClosed && pair.serverOutcome.error == nil)
        #expect(pair.clientOutcome.isClosed && pair.clientOutcome.error == nil)
        pair.client.close()
        pair.client.handle([22, 254, 253], now: .monotonic())
        let output = pair.client.pollOutput()
        #expect(output == nil)
    }

    @Test("a close before the start ends at once, with nothing to send")
    func closeEarly() throws {
        let pair = try DTLSPair()
        pair.client.close()
        pair.carry()
        #expect(pair.clientOutcome.isClosed && pair.clientOutcome.datagrams.isEmpty)
        pair.client.start(now: .monotonic())
        let output = pair.client.pollOutput()
        #expect(output == nil)
    }

    @Test("altered, replayed and foreign records are dropped without a trace")
    func hostileRecords() throws {
        let pair = try DTLSPair()
        pair.shakeHands()
        pair.client.send(Array("hello".utf8))
        pair.carry()
        let record = try #require(pair.clientOutcome.datagrams.last)
        for index in record.indices {
            var altered = record
            altered[index] ^= 0x40
            pair.server.handle(altered, now: .monotonic())
            pair.server.handle(Array(record[..<index]), now: .monotonic())
        }
        pair.server.handle(record, now: .monotonic())
        pair.server.handle(Array(repeating: 0x5A, count: 70_000), now: .monotonic())
        pair.client.send(Array("again".utf8))
        pair.carry()
        #expect(pair.serverOutcome.received == [Array("hello".utf8), Array("again".utf8)])
        #expect(!pair.serverOutcome.isClosed)
    }
}
