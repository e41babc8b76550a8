import Simulation
import TURN
import Testing

@Suite("Channel data, written and read") struct ChannelDataTests {
    @Test("with padding on a stream and without on UDP", arguments: 0..<9)
    func roundTrip(_ count: Int) {
        let data = ChannelData(number: 0x4001, payload: Array(repeating: 7, count: count))
        let plain = data.serialized(padded: false)
        let padded = data.serialized(padded: true)
        #expect(plain.count == 4 + count)
        #expect(padded.count % 4 == 0 && padded.count - plain.count < 4)
        #expect(ChannelData(parsing: plain) == data)
        #expect(ChannelData(parsing: padded) == data)
        for length in 0..<plain.count { #expect(ChannelData(parsing: Array(plain[..<length])) == nil) }
    }

    @Test("numbers of no channel are refused", arguments: [0x3FFF, 0x5000, 0, 0xFFFF] as [UInt16])
    func numbers(_ number: UInt16) {
        #expect(ChannelData(parsing: ChannelData(number: number, payload: [1]).serialized(padded: false)) == nil)
    }
}
