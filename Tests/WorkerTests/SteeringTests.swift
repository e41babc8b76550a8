import Document
import Session
import Supervision
import Testing
import Timing
import Worker

@Suite(.serialized, .timeLimit(.minutes(3)))
struct SteeringTests {
    private static let question = "What are your opening hours?"

    @Test("a whisper from excuse to resumption: the caller hears all of it but the instruction")
    func whisper() async throws {
        try await Office.open { office in
            let session = "sess_whisper"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.type(Self.question)
            try await phone.wait("the answer's sound") { $0.states.last == "speaking" && $0.isAgentSpeaking }
            try await office.takeLease(of: session)
            try await Task.sleep(for: .seconds(1))
            let begin = try await office.order(.beginWhisper(.standard, when: .now), in: session)
            try await phone.wait("the excuse") { $0.agentSaid.last?.contains("excuse me") == true }
            #expect(try await office.outcome(of: begin, in: session)["status"]?.string == "applied")
            try await office.wait(forMode: "held", of: session)
            try await phone.type("And on Sunday?")
            try await Task.sleep(for: .seconds(1))
            let waiting = await phone.agentSaid.count
            let inject = try await office.order(.injectWhisper("We are closed tomorrow."), in: session)
            let ack = try await office.wait("the acknowledgement") {
                office.frames("instruction_ack", of: session).last
            }
            #expect(ack?["content"]?.string == "Received" && ack?["command_id"]?.string == inject)
            try await phone.wait("the answer after the wait") { $0.agentSaid.count > waiting }
            #expect(try await office.outcome(of: inject, in: session)["status"]?.string == "applied")
            try await office.wait(forMode: "ai", of: session)
            let said = await phone.agentSaid
            #expect(said.last?.contains("Thank you for waiting") == true)
            #expect(!said[1].contains("excuse") && office.cuts(of: session).contains(said[1]))
        }
    }

    @Test("say now over the agent: it is cut off, the words follow, and the history has what was heard")
    func sayNow() async throws {
        try await Office.open { office in
            let session = "sess_say"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.type(Self.question)
            try await phone.wait("the answer's sound") { $0.states.last == "speaking" && $0.isAgentSpeaking }
            try await Task.sleep(for: .seconds(1))
            let say = try await office.order(
                .say("Let me correct that.", when: .now, isInterruptible: true, endsCall: false), in: session)
            try await phone.wait("the words") { $0.agentSaid.last == "Let me correct that." }
            #expect(try await office.outcome(of: say, in: session)["status"]?.string == "applied")
            let said = await phone.agentSaid
            #expect(said.count == 3 && !said[1].isEmpty)
            try await phone.type("thank you")
            _ = try await office.wait("the history's correction") {
                office.cuts(of: session).contains(said[1]) ? true : nil
            }
            #expect(office.transcript(session).contains("assistant: Let me correct that."))
        }
    }

    @Test("from the command to silence: the playout is empty at once, and the caller hears nothing soon after")
    func interrupt() async throws {
        try await Office.open { office in
            let session = "sess_silence"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.type(Self.question)
            try await phone.wait("the answer's sound") { $0.states.last == "speaking" && $0.isAgentSpeaking }
            let call = try #require(await office.worker.calls.first)
            let began = Instant.monotonic()
            let interrupt = try await office.order(.interrupt, in: session)
            let outcome = try await office.outcome(of: interrupt, in: session)
            #expect(outcome["status"]?.string == "applied")
            let cleared = try #require(await call.moments.clearedAt) - began
            try await Task.sleep(for: .milliseconds(500))
            let silent = try #require(await phone.loudAt.last) - began
            print(
                "command to cleared playout: \(cleared.inMilliseconds) ms, to the caller's silence: \(silent.inMilliseconds) ms"
            )
            #expect(cleared > .zero && cleared < .milliseconds(200))
            #expect(silent < .milliseconds(400))
        }
    }

    @Test("in a pause the caller is held and written down, and answered after it")
    func pause() async throws {
        try await Office.open { office in
            let session = "sess_pause"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await office.takeLease(of: session)
            try await office.order(.pause(say: nil, atMost: 60), in: session)
            try await office.wait(forMode: "held", of: session)
            try await phone.wait("the excuse") { $0.agentSaid.count == 2 && !$0.isAgentSpeaking }
            try await phone.say(Recordings.named("hours1"))
            try await phone.wait("the caller's words") { !$0.heardOfMe.isEmpty }
            try await Task.sleep(for: .seconds(2))
            #expect(await phone.agentSaid.count == 2)
            try await office.order(.resume(say: nil), in: session)
            try await phone.wait("the answer") { $0.agentSaid.last?.contains("Monday") == true }
            let lines = office.transcript(session)
            #expect(lines.filter { $0 == "user: what are your opening hours" }.count == 1)
        }
    }

    @Test("an end with a farewell: it is heard, and the session ends for the reason given")
    func end() async throws {
        try await Office.open { office in
            let session = "sess_end"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            let end = try await office.order(
                .end(message: "We have to stop here. Goodbye.", reason: "supervisor", isForced: false), in: session)
            try await phone.wait("the agent's leaving") { $0.agentLeft }
            #expect(await phone.agentSaid.last == "We have to stop here. Goodbye.")
            #expect(try await office.waitForEnd(of: session) == "supervisor")
            #expect(try await office.outcome(of: end, in: session)["status"]?.string == "applied")
        }
    }

    @Test("an end by force needs no farewell")
    func endAtOnce() async throws {
        try await Office.open { office in
            let session = "sess_force"
            let phone = try await office.call(session)
            try await phone.wait("the agent's sound") { $0.isAgentSpeaking }
            try await office.order(.end(message: nil, reason: "supervisor", isForced: true), in: session)
            try await phone.wait("the agent's leaving", within: .seconds(3)) { $0.agentLeft }
            #expect(try await office.waitForEnd(of: session) == "supervisor")
        }
    }
}
