import Document
import Feeds
import Testing

@Suite("What a client says") struct ClientFrameTests {
    private static let valid: [(String, ClientFrame)] = [
        (#"{"type":"ping"}"#, .ping), (#"{"type":"pong"}"#, .pong),
        (#"{"type":"auth","token":"t"}"#, .auth(token: "t")),
        (#"{"type":"resume","after_seq":7}"#, .resume(session: nil, after: "7")),
        (#"{"type":"resume","session_id":"a","after_seq":"evt_a_7"}"#, .resume(session: "a", after: "evt_a_7")),
        (#"{"type":"subscribe"}"#, .subscribe(session: nil, after: nil, types: nil)),
        (
            #"{"type":"subscribe","session_id":"a","after_seq":0,"types":["mode","lease"]}"#,
            .subscribe(session: "a", after: "0", types: ["mode", "lease"])
        ),
        (#"{"type":"unsubscribe","session_id":"a"}"#, .unsubscribe(session: "a")),
        (
            #"{"type":"command","id":"k","command":{"type":"interrupt"}}"#,
            .command(id: "k", session: nil, ["type": "interrupt"])
        ),
        (#"{"type":"chat","id":"k","message":"hi"}"#, .chat(id: "k", session: nil, message: "hi")),
        (#"{"type":"ack","seq":12}"#, .ack(12)), (#"{"type":"new","x":1}"#, .unknown("new")), ("{}", .unknown("")),
    ]

    @Test("every frame is read", arguments: valid)
    func reads(text: String, frame: ClientFrame) throws {
        #expect(try ClientFrame.parse(text) == frame)
    }

    @Test("every truncation of every frame is an error", arguments: valid)
    func truncated(text: String, frame: ClientFrame) {
        for length in 0..<text.utf8.count {
            #expect(throws: ClientFrameError.notAnObject) { try ClientFrame.parse(String(text.prefix(length))) }
        }
    }

    @Test(
        "a member that is missing, too long or of the wrong kind is named",
        arguments: [
            (#"{"type":"auth"}"#, "token"), (#"{"type":"auth","token":""}"#, "token"),
            (#"{"type":"auth","token":5}"#, "token"),
            (#"{"type":"resume"}"#, "after_seq"), (#"{"type":"resume","after_seq":-1}"#, "after_seq"),
            (#"{"type":"resume","after_seq":1.5}"#, "after_seq"),
            (#"{"type":"resume","after_seq":1,"session_id":[]}"#, "session_id"),
            (#"{"type":"subscribe","types":"mode"}"#, "types"), (#"{"type":"subscribe","types":[1]}"#, "types"),
            (#"{"type":"command","id":"a"}"#, "command"), (#"{"type":"command","command":{}}"#, "id"),
            (#"{"type":"command","id":"a","command":[]}"#, "command"), (#"{"type":"chat","id":"a"}"#, "message"),
            (#"{"type":"ack","seq":"x"}"#, "seq"), (#"{"type":"ack","seq":-2}"#, "seq"),
            (#"{"type":"chat","id":"a","message":"\#(String(repeating: "x", count: 2_001))"}"#, "message"),
            (#"{"type":"command","id":"\#(String(repeating: "x", count: 129))","command":{}}"#, "id"),
        ])
    func invalid(text: String, member: String) {
        let error = #expect(throws: ClientFrameError.self) { try ClientFrame.parse(text) }
        guard case .member(member, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.detail.contains("\"\(member)\"") == true)
    }

    @Test(
        "what is no object is refused, also when it is nested without end",
        arguments: [
            "", "7", "null", "[]", "\"{}\"", "{", "{]", String(repeating: "[", count: 60_000),
            #"{"type":"ping","x":"# + String(repeating: "[", count: 40) + String(repeating: "]", count: 40) + "}",
        ])
    func noObject(text: String) {
        #expect(throws: ClientFrameError.notAnObject) { try ClientFrame.parse(text) }
    }

    @Test("brackets in strings nest nothing")
    func strings() throws {
        let text = String(repeating: #"[{\"\\"#, count: 100)
        #expect(try ClientFrame.parse(#"{"type":"chat","id":"a","message":"\#(text)"}"#) != .ping)
    }
}
