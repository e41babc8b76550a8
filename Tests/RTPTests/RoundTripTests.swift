import RTP
import Testing
import Timing

@Suite("Round trips")
struct RoundTripTests {
    private let ntp: UInt64 = 0x0102_0304_0506_0708

    @Test("a receiver learns the round trip from the echo of its reference time")
    func receiver() throws {
        var receiver = ReceiverReferences()
        var sender = ReferenceTimes()
        let start = Instant.origin
        let report = ExtendedReport(ssrc: 1, blocks: [receiver.block(now: start, wallClock: ntp)])
        sender.handle(report, now: start + .milliseconds(40))
        let echo = try required(sender.takeEcho(from: 9, now: start + .milliseconds(540)))
        receiver.handle(echo, for: 2, now: start + .milliseconds(580))
        #expect(receiver.roundTripTime == nil, "an echo for somebody else")
        receiver.handle(echo, for: 1, now: start + .milliseconds(580))
        let trip = try #require(receiver.roundTripTime)
        #expect(abs(trip.inMilliseconds - 80) < 1)
    }

    @Test("an echo of a time that was never sent says nothing, and one that claims too long a delay says zero")
    func lies() {
        var receiver = ReceiverReferences()
        let block = receiver.block(now: .origin, wallClock: ntp)
        guard case .receiverReferenceTime(let time) = block else { return }
        func echo(_ last: UInt32, delay: UInt32) -> ExtendedReport {
            ExtendedReport(
                ssrc: 9, blocks: [.delaySinceReceiverReference([.init(ssrc: 1, lastReference: last, delay: delay)])])
        }
        receiver.handle(echo(77, delay: 0), for: 1, now: .origin + .seconds(1))
        #expect(receiver.roundTripTime == nil)
        receiver.handle(echo(NTPTime.middle(of: time), delay: .max), for: 1, now: .origin + .seconds(1))
        #expect(receiver.roundTripTime == .zero)
    }

    @Test(
        "what is missing is asked for again when an answer should have come",
        arguments: [(0, 25), (40, 60), (900, 300)])
    func interval(trip: Int, wait: Int) throws {
        var stream = ReceiveStream(ssrc: 5, clockRate: 48_000)
        stream.roundTripTime = .milliseconds(trip)
        for number in [1, 3] as [UInt16] { _ = stream.receive(ReceiveStreamTests.packet(number), now: .origin) }
        let first = try #require(stream.timeout)
        _ = try required(stream.missing(now: first))
        #expect(try #require(stream.timeout) - first == .milliseconds(wait))
    }
}
