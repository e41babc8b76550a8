import Peer
import RTP
import SCTP
import SDP
import Secure
import Simulation
import Testing
import Timing

@Suite("An ICE restart") struct RestartTests {
    /// The section on which the offerer of `connected` sends.
    private static let uplink = "0"

    /// A pair that talks.
    private static func connected(offering: PeerConfiguration.Mode) throws -> PeerPair {
        var pair = try PeerPair(offering: offering)
        pair.offerer.openChannel("_reliable", reliability: .reliable, ordered: true)
        pair.offerer.addSendingAudio(track: "cid-1")
        try pair.negotiate()
        pair.run(for: .seconds(1))
        return pair
    }

    @Test("changes both names, and sound and data go on over it", arguments: [PeerConfiguration.Mode.full, .lite])
    func goesOn(offering: PeerConfiguration.Mode) throws {
        var pair = try Self.connected(offering: offering)
        let names = (pair.offerer.localName, pair.answerer.localName)
        for number in 0..<100 {
            try pair.offerer.sendAudio(OutgoingFrame([UInt8(number)]), on: Self.uplink, now: pair.clock.now)
            try pair.offerer.send([UInt8(number)], on: "_reliable", now: pair.clock.now)
            if number == 50 {
                pair.offerer.restart(now: pair.clock.now)
                try pair.negotiate()
            }
            pair.run(for: .milliseconds(20))
        }
        pair.run(for: .seconds(2))
        #expect(pair.offerer.localName != names.0)
        #expect(pair.answerer.localName != names.1)
        #expect(pair.answererEvents.packets.map(\.payload) == (0..<100).map { [$0] })
        #expect(pair.answererEvents.messages == (0..<100).map { [$0] })
        #expect(pair.offererEvents.failure == nil)
        #expect(pair.answererEvents.count { if case .connected = $0 { true } else { false } } == 1)
    }

    @Test("brings back a path that was lost for twenty seconds")
    func recovers() throws {
        var pair = try Self.connected(offering: .full)
        pair.network.conditions = NetworkConditions(latency: .milliseconds(10), loss: 1)
        pair.run(for: .seconds(20))
        #expect(pair.offererEvents.contains { if case .disconnected = $0 { true } else { false } })
        pair.network.conditions = NetworkConditions(latency: .milliseconds(10))
        pair.offerer.restart(now: pair.clock.now)
        try pair.negotiate()
        pair.run(for: .seconds(2))
        #expect(pair.offererEvents.contains { if case .reconnected = $0 { true } else { false } })
        try pair.offerer.sendAudio(OutgoingFrame([9]), on: Self.uplink, now: pair.clock.now)
        pair.run(for: .milliseconds(100))
        #expect(pair.answererEvents.packets.map(\.payload) == [[9]])
    }

    @Test("withdraws an offer that nobody answered")
    func withdraws() throws {
        var pair = try Self.connected(offering: .full)
        _ = try pair.offerer.makeOffer()
        pair.offerer.restart(now: pair.clock.now)
        try pair.negotiate()
        pair.run(for: .seconds(1))
        #expect(pair.offererEvents.failure == nil)
    }

    @Test("under another certificate is refused: that is another server")
    func otherCertificate() throws {
        var pair = try Self.connected(offering: .full)
        pair.offerer.restart(now: pair.clock.now)
        try pair.answerer.setOffer(pair.offerer.makeOffer(), now: pair.clock.now)
        var answer = pair.answerer.makeAnswer()
        answer.fingerprint = try PeerPair().offerer.configuration.certificate.fingerprint.description
        let refused = answer
        #expect(throws: PeerError.identityChanged) { try pair.answered(refused) }
    }
}

extension PeerPair {
    fileprivate mutating func answered(_ answer: SessionDescription) throws {
        try offerer.setAnswer(answer, now: clock.now)
    }
}
