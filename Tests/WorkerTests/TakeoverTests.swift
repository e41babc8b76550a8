import Document
import Supervision
import Testing
import Timing
import Worker

@Suite(.serialized, .timeLimit(.minutes(3)))
struct TakeoverTests {
    @Test("a person takes the call over in the caller's room: heard, written down like the caller, and handed back")
    func takeover() async throws {
        try await Office.open { office in
            let session = "sess_takeover"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await office.takeLease(of: session)
            try await office.order(.takeOver(attachment: "att_sue", announcement: .none), in: session)
            let sue = try Phone("sue")
            try await sue.join(session, at: office.url, role: "supervisor")
            try await office.wait(forMode: "human", of: session)
            let silent = Instant.monotonic() + .milliseconds(300)

            try await sue.say(Recordings.named("price1"))
            _ = try await office.wait("the person's words") {
                office.frames("human_transcript", of: session).last
            }
            #expect(office.frames("human_transcript", of: session).last?["attachment"]?.string == "att_sue")
            #expect(await phone.voices["sue"]?.isEmpty == false, "the caller hears the person")
            try await phone.say(Recordings.named("hours1"))
            try await phone.wait("the caller's words") { $0.heardOfMe.contains("what are your opening hours") }
            try await Task.sleep(for: .seconds(1))
            #expect(await phone.loudAt.allSatisfy { $0 < silent }, "the agent is silent")
            #expect(await phone.agentSaid.filter { $0 != "" }.count >= 1)

            let release = try await office.order(.release(brief: nil), in: session)
            #expect(try await office.outcome(of: release, in: session)["status"]?.string == "applied")
            try await office.wait(forMode: "ai", of: session)
            try await phone.wait("the bridge") {
                $0.agentSaid.contains { $0.contains("This is the assistant again") }
            }
            await phone.hangUp()
            #expect(try await office.waitForEnd(of: session) == "caller_left")
            try await sue.wait("leaving the room") { $0.isClosed }
        }
    }

    @Test("a person who talks beside the agent is written down, and the agent neither answers nor yields")
    func beside() async throws {
        try await Office.open { office in
            let session = "sess_beside"
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            let sue = try Phone("sue")
            try await sue.join(session, at: office.url, role: "supervisor")
            try await sue.wait("the agent") { $0.agent != nil }
            try await Task.sleep(for: .seconds(1))
            try await sue.say(Recordings.named("hours1"))
            _ = try await office.wait("the person's words") {
                office.frames("human_transcript", of: session).last
            }
            try await Task.sleep(for: .seconds(1))
            #expect(await phone.agentSaid.count == 1)
            #expect(!office.transcript(session).contains { $0.hasPrefix("user:") })
        }
    }

    @Test("whoever only watches is not greeted, and does not keep the room open")
    func hidden() async throws {
        try await Office.open { office in
            let session = "sess_hidden"
            let sue = try Phone("sue")
            try await sue.join(session, at: office.url, hasMicrophone: false, role: "supervisor")
            try await sue.wait("the agent") { $0.agent != nil }
            try await Task.sleep(for: .seconds(3))
            #expect(await !sue.states.contains("speaking"))
            let phone = try await office.call(session)
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            await phone.hangUp()
            #expect(try await office.waitForEnd(of: session) == "caller_left")
            try await sue.wait("leaving the room") { $0.isClosed }
        }
    }
}
