import SDP
import Testing

@Suite("Redundancy in descriptions")
struct RedundancyTests {
    @Test("RED of Opus is written as libwebrtc writes it, and read back")
    func lines() throws {
        let media = MediaDescription.rtp(
            .audio, mid: "0", direction: .sendOnly, codecs: [.redundancy(), .opus(feedback: ["nack"])])
        var session = SessionDescription(origin: Origin(sessionID: "1", sessionVersion: 1))
        session.media.append(media)
        let text = session.description
        for line in [
            "m=audio 9 UDP/TLS/RTP/SAVPF 63 111", "a=rtpmap:63 red/48000/2", "a=fmtp:63 111/111",
            "a=rtpmap:111 opus/48000/2", "a=rtcp-fb:111 nack",
        ] {
            #expect(text.contains(line + "\r\n"), "\(line) is missing")
        }
        let read = try SessionDescription(parsing: text)
        #expect(read.media[0].codecs == [.redundancy(), .opus(feedback: ["nack"])])
        #expect(read.media[0].codec(named: "RED")?.payloadType == 63)
    }
}
