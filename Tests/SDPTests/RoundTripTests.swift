import SDP
import Simulation
import Testing

@Suite("Session descriptions, read and written") struct RoundTripTests {
    @Test("a recorded description is written as it was read", arguments: Fixtures.all)
    func roundTrip(_ recording: Recording) throws {
        let wire = recording.wire
        #expect(try SessionDescription(parsing: wire).description == wire)
    }

    @Test("line ends may be CRLF or LF", arguments: Fixtures.all)
    func lineEnds(_ recording: Recording) throws {
        #expect(try SessionDescription(parsing: recording.text) == SessionDescription(parsing: recording.wire))
    }

    @Test("every truncation is a description or an error", arguments: Fixtures.all)
    func truncation(_ recording: Recording) throws {
        let whole = Array(recording.wire.utf8)
        var readable = 0
        // Every byte of the head, where the syntax is strict; every seventh of the rest.
        let counts = Array(0..<min(600, whole.count)) + Array(stride(from: 600, to: whole.count, by: 7))
        for count in counts {
            let part = String(decoding: whole[..<count], as: UTF8.self)
            guard let description = try? SessionDescription(parsing: part) else { continue }
            readable += 1
            _ = description.transport
            _ = description.media.map { ($0.codecs, $0.sources, $0.extensions, $0.msid, $0.sctpPort) }
            #expect(try SessionDescription(parsing: description.description) == description)
        }
        #expect(readable > 0)
    }

    @Test("random bytes and shuffled lines never trap", arguments: 0..<40 as Range<UInt64>)
    func noise(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("vostcmab=:; /0123456789\r\n-é".utf8)
        let text = String(
            decoding: (0..<400).map { _ in letters[Int(random.next() % UInt64(letters.count))] }, as: UTF8.self)
        _ = try? SessionDescription(parsing: text)
        _ = try? SessionDescription(parsing: "v=0\no=- 1 1 IN IP4 0.0.0.0\n" + text)
        let shuffled = Fixtures.clientPublisherOffer.split(separator: "\n").shuffled(using: &random)
        _ = try? SessionDescription(parsing: shuffled.joined(separator: "\n"))
    }

    @Test("lines and attributes that are not known are kept where they belong")
    func unknown() throws {
        let text = """
            v=0
            o=alice 4711 7 IN IP6 ::1
            s=a name
            i=an information
            c=IN IP4 192.0.2.1
            b=AS:128
            t=1 2
            r=7d 1h 0 25h
            a=tool:x:y z
            a=
            m=audio 9 UDP/TLS/RTP/SAVPF 0
            i=title
            b=TIAS:64000
            a=x-unheard-of:1 2 3
            a=recvonly
            a=x-flag
            m=image 9/2 TCP/T38 t38

            """
        let description = try SessionDescription(parsing: text)
        #expect(description.description == Fixtures.onTheWire(text).replacing("9/2", with: "9"))
        #expect(description.media[0].attributes["x-unheard-of"] == "1 2 3")
        #expect(description.media[0].attributes.contains("x-flag"))
        #expect(description.media[1].kind == .other("image"))
    }

    @Test(
        "what is no description is refused by name",
        arguments: [
            ("", SDPError.empty), ("\r\n\r\n", .empty), ("v=0", .missingLine("o")), ("v=1", .malformedLine(1)),
            ("o=- 1 1 IN IP4 0.0.0.0", .missingLine("v")), ("v=0\ns=-", .missingLine("o")),
            ("v=0\no=- 1 x IN IP4 0.0.0.0", .malformedLine(2)),
            ("v=0\no=- 1 1 IN IP4 0.0.0.0\nm=audio", .malformedLine(3)),
            ("v=0\no=- 1 1 IN IP4 0.0.0.0\nm=audio 70000 X 0", .malformedLine(3)), ("hello", .malformedLine(1)),
            ("v=0\nv=0", .malformedLine(2)), ("v=0\no=- 1 1 IN IP4 0.0.0.0\nv=0", .malformedLine(3)),
            ("v=0\no=- 1 1 IN IP4 0.0.0.0\no=- 2 1 IN IP4 0.0.0.0", .malformedLine(3)),
        ])
    func refused(_ text: String, _ error: SDPError) {
        #expect(throws: error) { try SessionDescription(parsing: text) }
    }
}
