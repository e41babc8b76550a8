import RTP
import Testing

@Suite("Demultiplexing")
struct DatagramKindTests {
    @Test("the first byte tells the protocol, and the second RTP from RTCP")
    func kinds() {
        for first in UInt8.min...UInt8.max {
            let expected: DatagramKind =
                switch first {
                case 0...3: .stun
                case 20...63: .dtls
                case 64...79: .turnChannel
                case 128...191: .rtp
                default: .unknown
                }
            #expect(DatagramKind([first, 111]) == expected)
        }
        #expect(DatagramKind([0x80, 191]) == .rtp)
        #expect(DatagramKind([0x80, 192]) == .rtcp)
        #expect(DatagramKind([0x81, 200]) == .rtcp)
        #expect(DatagramKind([0x80, 223]) == .rtcp)
        #expect(DatagramKind([0x80, 224]) == .rtp)
        #expect(DatagramKind([0x80, 0x80 | 111]) == .rtp, "a marker on Opus is not RTCP")
    }

    @Test("an empty datagram is nothing")
    func empty() {
        #expect(DatagramKind([]) == .unknown)
    }
}
