import SDP
import Testing

@Suite("What recorded descriptions say") struct ReadingTests {
    private let offer = try? SessionDescription(parsing: Fixtures.clientPublisherOffer)
    private let answer = try? SessionDescription(parsing: Fixtures.serverJoinAnswer)

    @Test("libwebrtc's published audio section")
    func publishedSection() throws {
        let offer = try #require(offer)
        let audio = try #require(offer.section(mid: "1"))
        #expect(offer.bundle == ["0", "1"])
        #expect(audio.kind == .audio)
        #expect(audio.direction == .sendOnly)
        #expect(audio.msid == MediaStreamID(stream: "-", track: "2f17539e-2582-4e5c-81b1-84fb8f52d390"))
        #expect(audio.sources.map(\.ssrc) == [2_616_842_620])
        #expect(audio.sources[0].cname == "pBlAPZTGv1OQrCEK")
        #expect(audio.sources[0].msid == audio.msid)
        #expect(audio.setup == .actpass)
        #expect(audio.rtcpMux)
        #expect(audio.reducedSizeRTCP)
        #expect(audio.codecs.map(\.payloadType) == [111, 63, 9, 0, 8, 13, 110, 126])
        #expect(audio.extensionID(ExtensionMapping.audioLevel) == 1)
        #expect(audio.extensionID(ExtensionMapping.mid) == 4)
    }

    @Test("Opus with its parameters and feedback")
    func opus() throws {
        let opus = try #require(offer?.media[1].codec(named: "OPUS"))
        #expect(opus.clockRate == 48_000)
        #expect(opus.channels == 2)
        #expect(opus.parameters == "minptime=10;useinbandfec=1")
        #expect(opus.feedback == ["transport-cc"])
    }

    @Test("the same payload type may have other parameters in another section")
    func parametersPerSection() throws {
        let offer = try SessionDescription(parsing: Fixtures.clientJoinOffer)
        let video = try #require(offer.media.first { $0.kind == .video })
        #expect(video.codecs.first { $0.payloadType == 96 }?.name == "VP8")
        #expect(video.codecs.first { $0.payloadType == 97 }?.parameters == "apt=96")
        #expect(video.codecs.first { $0.payloadType == 96 }?.feedback.contains("nack pli") == true)
    }

    @Test(
        "a fingerprint is found per section and per session",
        arguments: [
            (Fixtures.clientPublisherOffer, "sha-256 98:72:9C"), (Fixtures.serverJoinAnswer, "sha-256 E4:CA:7E"),
        ])
    func fingerprint(_ text: String, _ start: String) throws {
        let transport = try SessionDescription(parsing: text).transport
        #expect(try #require(transport.fingerprint).hasPrefix(start))
    }

    @Test("the server's candidates are in the first section, with the end announced")
    func candidates() throws {
        let answer = try #require(answer)
        #expect(answer.media.map(\.candidates.count) == [12, 0, 0, 0, 0, 0, 0])
        #expect(answer.transport.candidates.count == 12)
        #expect(answer.transport.endOfCandidates)
        #expect(answer.transport.iceUfrag == "SUfPHVUCmZRzsZqw")
        #expect(answer.transport.icePwd == "qYPPFYvLWEGHzeVOKOpKfGPznrSJHrRS")
        #expect(answer.transport.setup == .active)
        #expect(!answer.transport.iceLite)
    }

    @Test("a section in use has an msid, an idle one has none")
    func idleSections() throws {
        let answer = try #require(answer)
        let track = "TR_AMjspdRoFD7fqC"
        #expect(answer.media[0].msid == MediaStreamID(stream: "PA_CTqw6QFJsPDH|\(track)", track: track))
        #expect(answer.media[0].sources.map(\.ssrc) == [3_425_492_620])
        #expect(answer.media[0].sources[0].attributes["label"] == track)
        #expect(answer.media[1].direction == .sendOnly)
        #expect(answer.media[1].msid == nil)
        #expect(answer.media[1].sources.isEmpty)
    }

    @Test("the data section")
    func data() throws {
        let data = try #require(offer?.media[0])
        #expect(data.isData)
        #expect(data.sctpPort == 5000)
        #expect(data.maxMessageSize == 262_144)
        #expect(data.formats == ["webrtc-datachannel"])
        #expect(data.direction == .sendReceive)
    }

    @Test("a candidate listed in several sections counts once")
    func duplicates() throws {
        var answer = try #require(answer)
        answer.media[1].candidates = answer.media[0].candidates
        #expect(answer.transport.candidates.count == 12)
    }

    @Test("a section without a mid is found out")
    func missingMid() throws {
        let text = Fixtures.clientPublisherOffer.replacing("a=mid:1\n", with: "")
        #expect(try SessionDescription(parsing: text).sectionsWithoutMid == [1])
        #expect(try #require(offer).sectionsWithoutMid.isEmpty)
    }

    @Test("a rejected section has port zero and does not speak for the transport")
    func rejected() throws {
        var offer = try #require(offer)
        offer.media[0] = .rejecting(offer.media[0])
        let read = try SessionDescription(parsing: offer.description)
        #expect(read.media.map(\.isRejected) == [true, false])
        #expect(read.transport.iceUfrag == "Cx53")
        #expect(read.transport.fingerprint?.hasPrefix("sha-256 98:72") == true)
    }

    @Test("ice-lite stands at session level")
    func lite() throws {
        let text = Fixtures.serverDataOffer.replacing("a=extmap-allow-mixed\n", with: "a=ice-lite\n")
        #expect(try SessionDescription(parsing: text).transport.iceLite)
    }
}
