import Peer
import RTP
import SDP
import Simulation
import Testing
import Timing

@Suite("Reports between two peers") struct ReportTests {
    /// One end speaks for so many seconds.
    private static func speech(seconds: Int, conditions: NetworkConditions, seed: UInt64 = 1) throws -> PeerPair {
        var pair = try PeerPair(seed: seed)
        let uplink = pair.offerer.addSendingAudio(track: "cid-1")
        try pair.negotiate()
        pair.run(for: .seconds(1))
        pair.network.conditions = conditions
        for number in 0..<(seconds * 50) {
            try pair.offerer.sendAudio(
                OutgoingFrame([UInt8(truncatingIfNeeded: number)]), on: uplink, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
        }
        return pair
    }

    @Test("both ends learn the round trip, also the one that sends nothing", arguments: [10, 80, 200])
    func roundTrip(latency: Int) throws {
        let pair = try Self.speech(seconds: 12, conditions: NetworkConditions(latency: .milliseconds(latency)))
        for trip in [pair.offerer.roundTripTime, pair.answerer.roundTripTime] {
            let measured = try #require(trip)
            #expect(abs(measured.inMilliseconds - Double(2 * latency)) < 5)
        }
    }

    @Test("the speaker is told what is lost of its voice, repairs included", arguments: [1, 2] as [UInt64])
    func loss(seed: UInt64) throws {
        // Repetition cannot repair when it is lost as well; half of the packets are.
        let pair = try Self.speech(
            seconds: 20, conditions: NetworkConditions(latency: .milliseconds(20), loss: 0.5), seed: seed)
        #expect(pair.offererEvents.losses.contains { $0 > 0.05 && $0 < 0.6 })
        #expect(pair.answererEvents.losses.isEmpty, "nothing is sent the other way")
    }

    @Test("without loss zero is reported, every few seconds")
    func noLoss() throws {
        let pair = try Self.speech(seconds: 20, conditions: .clean)
        #expect(pair.offererEvents.losses.count >= 8)
        #expect(pair.offererEvents.losses.allSatisfy { $0 == 0 })
    }
}

extension [PeerEvent] {
    fileprivate var losses: [Double] {
        compactMap { if case .lossReported(mid: "0", let fraction) = $0 { fraction } else { nil } }
    }
}
