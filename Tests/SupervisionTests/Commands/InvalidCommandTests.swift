import Document
import Supervision
import Testing

@Suite("Invalid commands")
struct InvalidCommandTests {
    private func problems(_ json: JSON) -> [InvalidCommand.Problem] {
        do {
            _ = try CommandRequest(json, by: CommandSamples.supervisor)
            return []
        } catch {
            return error.problems
        }
    }

    private func pointers(_ json: JSON) -> [String] { problems(json).map(\.pointer) }

    @Test("what is wrong is named with its pointer")
    func pointed() {
        #expect(pointers(["type": "say"]) == ["/text"])
        #expect(pointers(["type": "say", "text": 7]) == ["/text"])
        #expect(pointers(["type": "say", "text": "a", "precondition": ["turn": "x"]]) == ["/precondition/turn"])
        #expect(pointers(["type": "transfer", "target": "queue", "skills": ["a", 7]]) == ["/skills/1"])
        #expect(pointers(["type": "note", "text": "a", "a/b~c.d": 1]) == ["/a~1b~0c.d"])
        #expect(pointers(["type": "dance"]) == ["/type"])
        #expect(pointers([:]) == ["/type"])
        #expect(pointers("say") == [""])
    }

    @Test("all that is wrong is told at once")
    func all() {
        #expect(Set(pointers(["type": "say", "when": "soon", "ttl_ms": 0])) == ["/text", "/when", "/ttl_ms"])
    }

    @Test("what only makes sense together is asked for together")
    func together() {
        #expect(pointers(["type": "inject", "text": "a", "scope": "n_turns"]) == ["/turns"])
        #expect(pointers(["type": "inject", "text": "a", "expires_at": "tomorrow"]) == ["/expires_at"])
        #expect(pointers(["type": "transfer", "target": "operator"]) == ["/id"])
        #expect(pointers(["type": "decide", "approval_id": "a", "decision": "edit"]) == ["/args"])
        #expect(pointers(["type": "decide", "approval_id": "a", "decision": "respond"]) == ["/message"])
        #expect(pointers(["type": "set_context"]) == [""])
    }

    @Test("texts are limited: 1 000 characters to say, 4 000 to instruct")
    func lengths() {
        func text(_ count: Int) -> JSON { .string(String(repeating: "ä", count: count)) }
        #expect(problems(["type": "say", "text": text(1_000)]).isEmpty)
        #expect(pointers(["type": "say", "text": text(1_001)]) == ["/text"])
        #expect(problems(["type": "inject", "text": text(4_000)]).isEmpty)
        #expect(pointers(["type": "inject", "text": text(4_001)]) == ["/text"])
        #expect(pointers(["type": "whisper.inject", "text": text(4_001)]) == ["/text"])
    }

    @Test("JSON has at most 32 levels, and what is deeper is refused without going there")
    func depth() {
        func nested(_ levels: Int) -> JSON { (1..<levels).reduce(into: ["a": 1]) { json, _ in json = ["a": json] } }
        #expect(problems(["type": "set_context", "variables": nested(31)]).isEmpty)
        #expect(pointers(["type": "set_context", "variables": nested(32)]) == [""])
        #expect(pointers(["type": "set_context", "variables": nested(5_000)]) == [""])
    }

    @Test("times to live and terms stay within their limits")
    func limits() {
        #expect(problems(["type": "interrupt", "ttl_ms": 300_000]).isEmpty)
        #expect(pointers(["type": "interrupt", "ttl_ms": 300_001]) == ["/ttl_ms"])
        #expect(pointers(["type": "pause", "max_s": 301]) == ["/max_s"])
        #expect(pointers(["type": "lease.acquire", "ttl_s": 301]) == ["/ttl_s"])
        #expect(pointers(["type": "inject", "text": "a", "scope": "n_turns", "turns": 101]) == ["/turns"])
    }

    @Test("what is stored but broken is refused")
    func stored() {
        for broken: JSON in [.null, [:], ["id": "cmd_1"], ["id": 7, "session_id": "s"]] {
            #expect(throws: InvalidCommand.self) { try Command(broken) }
        }
    }
}
