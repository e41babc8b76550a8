import RTP
import Testing
import Timing

@Suite("Asking for what is missing")
struct RetransmissionRequestTests {
    private func stream(receiving numbers: [UInt16]) -> ReceiveStream {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000, localSSRC: 77)
        for number in numbers { _ = stream.receive(ReceiveStreamTests.packet(number), now: .origin) }
        return stream
    }

    @Test("a gap is asked for once disorder is ruled out, and then a limited number of times")
    func schedule() throws {
        var stream = stream(receiving: [65_534, 1])
        var asked: [GenericNACK] = []
        #expect(stream.missing(now: .origin) == nil)
        while let timeout = stream.timeout {
            #expect(stream.missing(now: timeout - .nanoseconds(1)) == nil)
            #expect(stream.timeout == timeout, "waking early changes nothing")
            asked.append(try required(stream.missing(now: timeout), "waking at the timeout makes progress"))
        }
        let nack = GenericNACK(senderSSRC: 77, mediaSSRC: 5, sequenceNumbers: [65_535, 0])
        #expect(asked == [nack, nack, nack])
    }

    @Test("what arrives is not asked for")
    func arrival() throws {
        var stream = stream(receiving: [1, 4])
        _ = stream.receive(ReceiveStreamTests.packet(2), now: .origin)
        #expect(try required(stream.missing(now: .origin + .milliseconds(10))).sequenceNumbers == [3])
        _ = stream.receive(ReceiveStreamTests.packet(3), now: .origin + .milliseconds(20))
        #expect(stream.timeout == nil)
        #expect(stream.packetsLost == 0)
    }

    @Test("an unbroken stream asks for nothing")
    func unbroken() {
        var stream = stream(receiving: Array(1...100))
        #expect(stream.timeout == nil && stream.missing(now: .origin + .seconds(1)) == nil)
    }

    @Test("of a very long gap only the newest are asked for")
    func bounded() throws {
        var stream = stream(receiving: [1, 1000, 2000])
        let nack = try required(stream.missing(now: .origin + .seconds(1)))
        #expect(nack.sequenceNumbers == Array(1872..<2000))
    }

    @Test("a policy without attempts never asks")
    func never() {
        var policy = RetransmissionPolicy()
        policy.attempts = 0
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000, policy: policy)
        for number in [1, 5] as [UInt16] { _ = stream.receive(ReceiveStreamTests.packet(number), now: .origin) }
        #expect(stream.timeout == nil && stream.missing(now: .origin + .seconds(1)) == nil)
    }

    @Test("what one end asks, the other repeats")
    func bothEnds() throws {
        var sender = SendStream(
            ssrc: 5, payloadType: 111, cname: "x", clockRate: 48_000, sequenceNumber: 0, timestamp: 0)
        var receiver = ReceiveStream(ssrc: 5, clockRate: 48_000)
        for index in 0..<50 {
            let packet = sender.packetize([UInt8(index)], samples: 960)
            if index % 7 != 3 { _ = receiver.receive(packet, now: .origin + .milliseconds(20 * index)) }
        }
        let nack = try required(receiver.missing(now: .origin + .seconds(1)))
        let request = try #require(RTCPPacket.parse(compound: RTCPPacket.nack(nack).serialized()))
        for packet in sender.handle(request, now: .origin + .seconds(1)) {
            let isNew = receiver.receive(packet, now: .origin + .seconds(1))
            #expect(isNew)
        }
        #expect(receiver.packetsLost == 0 && receiver.packetsReceived == 50)
    }
}
