import Peer
import RTP
import SCTP
import SDP
import Simulation
import Testing
import Timing

@Suite("A server that offers") struct ServerOfferTests {
    @Test("it is answered by a client that finds the path and opens the association")
    func connects() throws {
        var pair = try PeerPair(offering: .lite)
        pair.offerer.openChannel("_reliable", reliability: .reliable, ordered: true)
        try pair.negotiate()
        pair.run(for: .seconds(1))
        #expect(pair.offererEvents.isConnected && pair.answererEvents.isConnected)
        #expect(pair.answererEvents.openChannels == ["_reliable"])
        try pair.offerer.send([1], on: "_reliable", now: pair.clock.now)
        try pair.answerer.send([2, 3], on: "_reliable", now: pair.clock.now)
        pair.run(for: .seconds(1))
        #expect(pair.answererEvents.messages == [[1]])
        #expect(pair.offererEvents.messages == [[2, 3]])
    }

    @Test("what it sends is named by section, and added by another offer")
    func sends() throws {
        var pair = try PeerPair(offering: .lite)
        pair.offerer.openChannel("_reliable", reliability: .reliable, ordered: true)
        try pair.negotiate()
        pair.run(for: .seconds(1))
        let mid = pair.offerer.addSendingAudio(track: "TR_y", stream: "PA_x|TR_y")
        try pair.negotiate()
        for number in 0..<20 {
            try pair.offerer.sendAudio(OutgoingFrame([UInt8(number)]), on: mid, now: pair.clock.now)
            pair.run(for: .milliseconds(20))
        }
        #expect(pair.answererEvents.packets.map(\.payload) == (0..<20).map { [$0] })
    }

    @Test("the data section comes first, and the client is the DTLS client")
    func describes() throws {
        var pair = try PeerPair(offering: .lite)
        pair.offerer.openChannel("_reliable", reliability: .reliable, ordered: true)
        let offer = try pair.offerer.makeOffer()
        #expect(offer.media.map(\.kind) == [.application])
        #expect(offer.transport.setup == .actpass)
        #expect(offer.iceLite)
        try pair.answerer.setOffer(offer, now: .origin)
        let answer = pair.answerer.makeAnswer()
        #expect(answer.transport.setup == .active)
        #expect(!answer.iceLite)
    }

    @Test("one that insists on being the DTLS client is refused")
    func conflict() throws {
        var pair = try PeerPair(offering: .lite)
        pair.offerer.openChannel("_reliable", reliability: .reliable, ordered: true)
        let text = try pair.offerer.makeOffer().description.replacing("setup:actpass", with: "setup:active")
        let offer = try SessionDescription(parsing: text)
        #expect(throws: PeerError.roleConflict) { try pair.refused(offer) }
    }
}

extension PeerPair {
    fileprivate mutating func refused(_ offer: SessionDescription) throws {
        try answerer.setOffer(offer, now: clock.now)
    }
}
