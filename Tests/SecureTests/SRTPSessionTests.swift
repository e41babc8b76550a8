import Secure
import Testing

@Suite("An SRTP session")
struct SRTPSessionTests {
    @Test("packets come back as they were, in both directions", arguments: SRTPProfile.allCases)
    func roundTrip(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        for payload in [0, 1, 80, 1188] {
            let plain = SRTPPair.packet(sequence: UInt16(payload), payload: payload)
            var packet = plain
            try pair.client.protect(rtp: &packet)
            #expect(packet.count == plain.count + profile.tagLength)
            #expect(packet.starts(with: plain.prefix(12)))
            try pair.server.unprotect(rtp: &packet)
            #expect(packet == plain)
            try pair.server.protect(rtp: &packet)
            try pair.client.unprotect(rtp: &packet)
            #expect(packet == plain)
        }
        var report = SRTPPair.report
        try pair.client.protect(rtcp: &report)
        #expect(report.count == SRTPPair.report.count + profile.controlTrailerLength)
        try pair.server.unprotect(rtcp: &report)
        #expect(report == SRTPPair.report)
    }

    @Test("the keys of a real handshake fit both ends")
    func afterHandshake() throws {
        let handshake = try DTLSPair()
        handshake.shakeHands()
        let (ours, theirs) = (handshake.clientOutcome.material, handshake.serverOutcome.material)
        var client = try SRTPSession(#require(ours), role: .client)
        var server = try SRTPSession(#require(theirs), role: .server)
        var packet = SRTPPair.packet(sequence: 1)
        try client.protect(rtp: &packet)
        try server.unprotect(rtp: &packet)
        #expect(packet == SRTPPair.packet(sequence: 1))
    }

    @Test("a changed bit anywhere is noticed", arguments: SRTPProfile.allCases)
    func tampering(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        var packet = SRTPPair.packet(sequence: 7)
        try pair.client.protect(rtp: &packet)
        for index in packet.indices {
            var altered = packet
            altered[index] ^= 1
            #expect(pair.receive(altered) != nil)
        }
        var flipped = packet
        flipped[packet.count - 1] ^= 0x80
        #expect(pair.receive(flipped) == .authenticationFailed)
        #expect(pair.receive(packet) == nil, "forgeries did not spoil the window")
        var report = SRTPPair.report
        try pair.client.protect(rtcp: &report)
        for index in report.indices {
            var altered = report
            altered[index] ^= 1
            #expect(pair.receive(report: altered) != nil)
        }
        #expect(pair.receive(report: report) == nil)
    }

    @Test("a packet is accepted once", arguments: SRTPProfile.allCases)
    func replay(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        var packet = SRTPPair.packet(sequence: 7)
        try pair.client.protect(rtp: &packet)
        #expect(pair.receive(packet) == nil)
        #expect(pair.receive(packet) == .replayed)
        var report = SRTPPair.report
        try pair.client.protect(rtcp: &report)
        #expect(pair.receive(report: report) == nil)
        #expect(pair.receive(report: report) == .replayed)
    }

    @Test("a packet may be late by a thousand, and not by more", arguments: SRTPProfile.allCases)
    func window(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        let late = try [10, 50].map { (sequence: UInt16) in
            var packet = SRTPPair.packet(sequence: sequence)
            try pair.client.protect(rtp: &packet)
            return packet
        }
        for sequence in UInt16(51)...1060 {
            #expect(pair.carry(SRTPPair.packet(sequence: sequence)) == nil)
        }
        #expect(pair.receive(late[0]) == .replayed)
        #expect(pair.receive(late[1]) == nil)
    }

    @Test("a retransmission is protected into the same bytes", arguments: SRTPProfile.allCases)
    func retransmission(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        var first = SRTPPair.packet(sequence: 7)
        try pair.client.protect(rtp: &first)
        for sequence in UInt16(8)...500 { #expect(pair.carry(SRTPPair.packet(sequence: sequence)) == nil) }
        var again = SRTPPair.packet(sequence: 7)
        try pair.client.protect(rtp: &again)
        #expect(again == first)
        #expect(pair.receive(again) == nil)
    }

    @Test("sequence numbers wrap without a gap", arguments: SRTPProfile.allCases)
    func wrap(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        for offset in UInt16(0)..<40 {
            #expect(pair.carry(SRTPPair.packet(sequence: 65_516 &+ offset)) == nil)
        }
    }

    @Test("any number of sources share the keys", arguments: SRTPProfile.allCases)
    func sources(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        for ssrc in UInt32(1)...100 {
            #expect(pair.carry(SRTPPair.packet(sequence: 5, ssrc: ssrc)) == nil)
        }
    }

    @Test("header extensions and sources stay readable", arguments: SRTPProfile.allCases)
    func extensions(profile: SRTPProfile) throws {
        let pair = try SRTPPair(profile)
        var plain = SRTPPair.packet(sequence: 5, payload: 0)
        plain[0] |= 0x11
        plain += [0, 0, 0, 9, 0xBE, 0xDE, 0, 1, 0x10, 0x7F, 0, 0] + [1, 2, 3]
        var packet = plain
        try pair.client.protect(rtp: &packet)
        #expect(packet.starts(with: plain.prefix(24)))
        #expect(packet[24..<27] != [1, 2, 3])
        try pair.server.unprotect(rtp: &packet)
        #expect(packet == plain)
    }
}
