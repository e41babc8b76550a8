import SDP
import Testing

@Suite("Building offers and answers") struct WritingTests {
    private func offer() -> SessionDescription {
        let transport = TransportDescription(
            iceUfrag: "abcd", icePwd: "0123456789012345678901", iceOptions: "trickle", fingerprint: "sha-256 00:11",
            setup: .actpass)
        var audio = MediaDescription.rtp(
            .audio, mid: "0", direction: .sendOnly, codecs: [.opus()])
        audio.extensions = [ExtensionMapping(id: 1, uri: ExtensionMapping.audioLevel)]
        audio.setTransport(transport)
        audio.msid = MediaStreamID(stream: "-", track: "TR_mic")
        audio.sources = [Source(ssrc: 7, cname: "me", msid: audio.msid)]
        var data = MediaDescription.data(mid: "1")
        data.setTransport(transport)
        var offer = SessionDescription(origin: Origin(sessionID: "42", sessionVersion: 1), media: [audio, data])
        offer.bundleAll()
        return offer
    }

    @Test("an offer says what it was built from, with WebRTC's defaults")
    func offerText() {
        let expected = """
            v=0
            o=- 42 1 IN IP4 127.0.0.1
            s=-
            t=0 0
            a=group:BUNDLE 0 1
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            c=IN IP4 0.0.0.0
            a=mid:0
            a=sendonly
            a=rtcp-mux
            a=rtpmap:111 opus/48000/2
            a=fmtp:111 minptime=10;useinbandfec=1
            a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level
            a=ice-ufrag:abcd
            a=ice-pwd:0123456789012345678901
            a=ice-options:trickle
            a=fingerprint:sha-256 00:11
            a=setup:actpass
            a=msid:- TR_mic
            a=ssrc:7 cname:me
            a=ssrc:7 msid:- TR_mic
            m=application 9 UDP/DTLS/SCTP webrtc-datachannel
            c=IN IP4 0.0.0.0
            a=mid:1
            a=sctp-port:5000
            a=max-message-size:65535
            a=ice-ufrag:abcd
            a=ice-pwd:0123456789012345678901
            a=ice-options:trickle
            a=fingerprint:sha-256 00:11
            a=setup:actpass

            """
        #expect(offer().description == Fixtures.onTheWire(expected))
    }

    @Test("what was built is read back equal")
    func readBack() throws {
        let offer = offer()
        #expect(try SessionDescription(parsing: offer.description) == offer)
    }

    @Test("setting a property keeps its place")
    func settingInPlace() throws {
        var section = try SessionDescription(parsing: Fixtures.clientPublisherOffer).media[1]
        let before = section.attributes.map(\.name)
        section.direction = .inactive
        section.mid = "9"
        section.setup = .passive
        section.codecs = section.codecs
        let after = section.attributes.map(\.name)
        #expect(after == before.map { $0 == "sendonly" ? "inactive" : $0 })
        section.msid = nil
        section.rtcpMux = false
        #expect(section.attributes.count == before.count - 2)
    }

    @Test("keeping one codec drops the lines of the others")
    func fewerCodecs() throws {
        var section = try SessionDescription(parsing: Fixtures.clientPublisherOffer).media[1]
        section.codecs = section.codecs.filter { $0.isNamed("opus") }
        #expect(section.formats == ["111"])
        #expect(section.attributes.values("rtpmap") == ["111 opus/48000/2"])
        #expect(section.attributes.values("fmtp") == ["111 minptime=10;useinbandfec=1"])
    }

    @Test(
        "a direction is mirrored for the other end",
        arguments: [
            (Direction.sendOnly, Direction.receiveOnly), (.receiveOnly, .sendOnly), (.sendReceive, .sendReceive),
            (.inactive, .inactive),
        ])
    func reversed(_ direction: Direction, _ mirror: Direction) {
        #expect(direction.reversed == mirror)
        #expect(direction.intersection(.inactive) == .inactive)
        #expect(direction.intersection(.sendReceive) == direction)
    }

    @Test("other groups survive when the bundle is set")
    func groups() throws {
        var session = offer()
        session.attributes.append(Attribute("group", "LS 0 1"))
        session.bundle = ["0"]
        #expect(session.attributes.values("group") == ["BUNDLE 0", "LS 0 1"])
        #expect(session.bundle == ["0"])
    }

    @Test("an extension keeps its direction and its attributes")
    func extensionDirection() throws {
        var section = MediaDescription.data(mid: "0")
        let full = ExtensionMapping(id: 3, uri: "urn:x", direction: .receiveOnly, attributes: "a b")
        section.extensions = [full]
        #expect(section.attributes["extmap"] == "3/recvonly urn:x a b")
        #expect(section.extensions == [full])
    }
}
