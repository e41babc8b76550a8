import Document
import Engine
import FoundationEssentials
import Simulation
import Supervision
import Testing

@Suite("Commands on the wire")
struct CommandWireTests {
    private let ann = CommandSamples.supervisor

    @Test("every command is written as it was read", arguments: CommandSamples.wire)
    func roundTrip(wire: JSON) throws {
        let request = try CommandRequest(wire, by: ann)
        var fields = request.body.json
        for key in ["ttl_ms", "dedupe_key", "precondition"] {
            guard case .object(var object) = fields, let value = wire[key] else { continue }
            object[key] = value
            fields = .object(object)
        }
        #expect(fields == wire)
        #expect(try CommandRequest(fields, by: ann) == request)
    }

    @Test("every command is stored and read back with all that belongs to it", arguments: CommandSamples.wire)
    func stored(wire: JSON) throws {
        let request = try CommandRequest(wire, by: ann)
        let command = Command(
            id: "cmd_1", session: "sess_1", by: ann, request.body, precondition: request.precondition,
            at: Date(timeIntervalSince1970: 1_793_524_800.123_456_7), timeToLive: request.timeToLive, request: "req_9")
        #expect(try Command(command.json) == command)
        #expect(try Command(JSON(parsing: command.json.text)) == command)
        #expect(try JSONDecoder().decode(Command.self, from: JSONEncoder().encode(command)) == command)
    }

    @Test("every type has one schema, and a sample here")
    func complete() {
        let types = Command.Body.schemas.map(\.type)
        #expect(Set(types).count == types.count)
        #expect(Set(types) == Set(CommandSamples.wire.compactMap { $0["type"]?.string }))
    }

    @Test("what needs the lease is what the control API says")
    func leases() {
        #expect(
            Set(Command.Body.schemas.filter(\.needsLease).map(\.type)) == [
                "whisper.begin", "whisper.inject", "whisper.cancel", "pause", "resume", "mute_ai", "unmute_ai",
                "takeover", "release", "goto", "transfer",
            ])
    }

    @Test("what is left out has its default")
    func defaults() throws {
        let say = try CommandRequest(["type": "say", "text": "Hi"], by: ann)
        #expect(say.body == .say("Hi", when: .nextTurn, isInterruptible: true, endsCall: false))
        #expect(say.timeToLive == 30)
        #expect(say.precondition == nil && say.dedupeKey == nil)
        #expect(
            try CommandRequest(["type": "whisper.begin"], by: ann).body == .beginWhisper(.standard, when: .nextTurn))
        #expect(try CommandRequest(["type": "lease.acquire"], by: ann).body == .acquireLease(for: 30, steals: false))
    }

    @Test("an instruction is its supervisor's")
    func author() throws {
        let request = try CommandRequest(["type": "inject", "text": "Smile."], by: ann)
        #expect(request.body == .inject(Instruction("Smile.", author: "supervisor:usr_ann"), respond: .nextTurn))
    }

    @Test("no truncation of a command's text is read as one", arguments: CommandSamples.wire)
    func truncated(wire: JSON) {
        let bytes = Array(wire.text.utf8)
        for length in 0..<bytes.count {
            let text = String(decoding: bytes[..<length], as: UTF8.self)
            #expect(throws: (any Error).self) { try CommandRequest(JSON(parsing: text), by: ann) }
        }
    }

    @Test("a wrong type in any field is refused at its place", arguments: CommandSamples.wire)
    func wrongTypes(wire: JSON) throws {
        guard case .object(let fields) = wire else { return }
        for key in fields.keys {
            for wrong: JSON in [true, 7, 1.5, "", "x", [1], ["a": ["b": 1]]] {
                var altered = fields
                altered[key] = wrong
                do {
                    _ = try CommandRequest(.object(altered), by: ann)
                } catch {
                    #expect(error.problems.allSatisfy { $0.pointer.isEmpty || $0.pointer.hasPrefix("/") })
                    #expect(
                        error.problems.contains { $0.pointer.hasPrefix("/\(key)") || altered["type"] != wire["type"] })
                }
            }
        }
    }
}
