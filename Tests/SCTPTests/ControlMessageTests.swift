import Testing
import Timing

@testable import SCTP

@Suite("Data channel establishment messages") struct ControlMessageTests {
    @Test("OPEN for a lossy channel is laid out as RFC 8832, section 5.1, draws it")
    func layout() {
        let channel = Channel(
            streamID: 3, label: "_lossy", reliability: .lossy(maxRetransmits: 0), isOrdered: false)
        #expect(
            ControlMessage.open(channel).serialized()
                == [3, 0x81, 1, 0, 0, 0, 0, 0, 0, 6, 0, 0] + Array("_lossy".utf8))
    }

    @Test(
        "every type of channel reads back",
        arguments: [
            .reliable, .lossy(maxRetransmits: 0), .lossy(maxRetransmits: 7), .timed(maxLifetime: .milliseconds(1500)),
        ] as [Reliability], [true, false])
    func roundTrip(_ reliability: Reliability, _ isOrdered: Bool) {
        let channel = Channel(
            streamID: 8, label: "λ", subprotocol: "chat", reliability: reliability, isOrdered: isOrdered)
        let bytes = ControlMessage.open(channel).serialized()
        #expect(ControlMessage(bytes, on: 8) == .open(channel))
        for count in 0..<bytes.count {
            #expect(ControlMessage(Array(bytes.prefix(count)), on: 8) == nil)
        }
    }

    @Test(
        "an unknown message or channel type is nothing",
        arguments: [[], [1], [3, 3], [3, 0x83] + Array(repeating: 0, count: 10)] as [[UInt8]])
    func unknown(_ bytes: [UInt8]) {
        #expect(ControlMessage(bytes, on: 0) == nil)
    }
}
