import Document
import Feeds
import Foundation
import Testing

@Suite("How frames are written") struct FeedFrameTests {
    private let at = Date(timeIntervalSince1970: 1_700_000_000.25)

    private func wrapped(_ text: String, cursor: String? = nil) throws -> JSON {
        try JSON(parsing: FeedEnvelope(session: "s", sequence: 3, at: at, cursor: cursor).around(text))
    }

    @Test("the envelope comes before the event's own members")
    func envelope() {
        let text = FeedEnvelope(session: "s", sequence: 3, at: at).around(#"{"session_id":"s","type":"turn"}"#)
        #expect(text == #"{"id":"evt_s_3","seq":3,"ts":"2023-11-14T22:13:20.250Z","session_id":"s","type":"turn"}"#)
    }

    @Test("a frame that names no session gets its session's name")
    func session() throws {
        #expect(try wrapped(#"{"type":"latency"}"#)["session_id"] == "s")
        #expect(
            try JSON(parsing: FeedEnvelope.named(#"{"type":"latency"}"#, "s")) == [
                "type": "latency", "session_id": "s",
            ])
        #expect(FeedEnvelope.named(#"{"session_id":"a"}"#, "s") == #"{"session_id":"a"}"#)
        #expect(FeedEnvelope.named("{}", "s") == #"{"session_id":"s"}"#)
    }

    @Test("a member of the event that is called like the envelope's gives way")
    func collision() throws {
        let frame = try wrapped(
            #"{"data":{"id":1},"id":"own","seq":99,"session_id":"s","ts":0,"type":"x"}"#, cursor: "c")
        #expect(frame["id"] == "evt_s_3" && frame["seq"] == 3 && frame["cursor"] == "c")
        #expect(frame["data"] == ["id": 1])
        let text = FeedEnvelope(session: "s", sequence: 3, at: at).around(#"{"id":1,"type":"x"}"#)
        #expect(text.components(separatedBy: #""id""#).count == 2)
    }

    @Test("a session of any name is quoted")
    func quoting() throws {
        let envelope = FeedEnvelope(session: "a\"\n\\", sequence: 1, at: at)
        #expect(try JSON(parsing: envelope.around(#"{"type":"x"}"#))["session_id"] == "a\"\n\\")
    }

    @Test("a profile is chosen by the offered subprotocols")
    func profile() {
        #expect(FeedProfile(offered: []) == .seed)
        #expect(FeedProfile(offered: ["chat"]) == .seed)
        #expect(FeedProfile(offered: ["chat", "voiceworker.v1"]) == .extended)
    }

    @Test("heartbeats and pongs are those of document 004")
    func seed() {
        #expect(ServerFrame.heartbeat.text == #"{"type":"heartbeat"}"#)
        #expect(ServerFrame.pong.text == #"{"type":"pong"}"#)
    }

    @Test("hello tells where the log stands")
    func hello() throws {
        var hello = ServerFrame.Hello(
            id: "evt_s_4", isResumed: true, at: at, capabilities: ["resume"], heartbeat: .seconds(15))
        hello.session = "s"
        hello.oldest = 1
        hello.last = 9
        #expect(
            try JSON(parsing: ServerFrame.hello(hello).text) == [
                "type": "hello", "id": "evt_s_4", "session_id": "s", "last_seq": 9, "oldest_seq": 1, "resumed": true,
                "server_time": "2023-11-14T22:13:20.250Z", "capabilities": ["resume"], "heartbeat_s": 15,
            ])
    }

    @Test("the other frames of a feed")
    func others() throws {
        func json(_ frame: ServerFrame) throws -> JSON { try JSON(parsing: frame.text) }
        #expect(
            try json(.resync(session: "s", reason: .slow, next: 5))
                == ["type": "resync", "session_id": "s", "reason": "too-slow", "from_seq": 5])
        #expect(
            try json(.resync(session: nil, reason: .restarted, next: nil)) == ["type": "resync", "reason": "restarted"])
        #expect(
            try json(.snapshot(session: "s", sequence: 5, members: ["state": [:]]))
                == ["type": "snapshot", "session_id": "s", "seq": 5, "state": [:]])
        #expect(
            try json(.gap(session: "s", from: 2, to: 4)) == [
                "type": "gap", "session_id": "s", "from_seq": 2, "to_seq": 4,
            ])
        #expect(try json(.shutdown(retryAfter: .milliseconds(1_250))) == ["type": "shutdown", "retry_ms": 1250])
        #expect(
            try json(.error(request: "k", session: nil, code: "forbidden", detail: "No."))
                == ["type": "error", "request_id": "k", "code": "forbidden", "message": "No."])
    }

    @Test("a caller sees the conversation, not what people do behind it")
    func callers() {
        let caller = FeedFilter(isForCaller: true)
        #expect(caller.admits("transcript", isDocumented: true))
        #expect(caller.admits("turn", isDocumented: false))
        for type in ["command", "instruction_ack", "lease", "approval", "supervisor_presence", "sentiment", "note"] {
            #expect(!caller.admits(type, isDocumented: false))
        }
        #expect(FeedFilter().admits("command", isDocumented: false))
        #expect(!FeedFilter(types: ["mode"]).admits("command", isDocumented: false))
    }

    @Test(
        "every ending has a code that may be sent and a reason that fits in a close frame",
        arguments: FeedEnding.allCases)
    func endings(ending: FeedEnding) {
        #expect(ending.close.reason.utf8.count <= 123)
        #expect(
            [1000, 1001, 1003, 1009, 1012].contains(ending.close.code) || (4000...4999).contains(ending.close.code))
    }
}
