import Document
import Session
import Testing
import Timing
import Worker

@Suite(.serialized, .timeLimit(.minutes(3)))
struct SeveralCallersTests {
    @Test("of two callers in a room the one who speaks is answered, each in their own name; later the other is")
    func passing() async throws {
        try await Office.open(engines: FragileEngines().engines) { office in
            let session = "sess_couple"
            let ann = try await office.call(session)
            try await ann.wait("the greeting") { $0.agentSaid.count == 1 && !$0.isAgentSpeaking }
            let bob = try await office.call(session, as: "bob")
            try await bob.wait("the agent") { $0.agent != nil }
            try await Task.sleep(for: .seconds(1))
            try await bob.say(Recordings.named("hours1"))
            try await ann.wait("the answer to the other", within: .seconds(25)) {
                $0.agentSaid.count == 2 && !$0.isAgentSpeaking
            }
            let heardOfBob = await bob.heardOfMe
            #expect(heardOfBob == ["what are your opening hours"])
            #expect(await ann.heardOfMe.isEmpty)
            #expect(office.frames("floor", of: session).last?["participant"]?.string == "bob")

            try await ann.say(Recordings.named("hours1"))
            try await ann.wait("her answer", within: .seconds(25)) { $0.agentSaid.count == 3 }
            let heardOfAnn = await ann.heardOfMe
            #expect(heardOfAnn == ["what are your opening hours"])
            await bob.hangUp()
            try await Task.sleep(for: .milliseconds(500))
            #expect(office.ending(of: session) == nil, "one of them is still there")
            await ann.hangUp()
            #expect(try await office.waitForEnd(of: session) == "caller_left")
        }
    }

    @Test(
        "who talks into another caller's turn is overheard and does not disturb it; what was said is answered afterwards"
    )
    func aside() async throws {
        try await Office.open { office in
            let session = "sess_aside"
            let ann = try await office.call(session)
            try await ann.wait("the greeting") { $0.agentSaid.count == 1 && !$0.isAgentSpeaking }
            let bob = try await office.call(session, as: "bob")
            try await bob.wait("the agent") { $0.agent != nil }
            try await Task.sleep(for: .seconds(1))
            try await ann.say(Recordings.named("hours1"))
            try await Task.sleep(for: .milliseconds(700))
            try await bob.say(Recordings.named("price1"))
            let aside = try await office.wait("the other's words") { office.frames("aside", of: session).last }
            #expect(aside?["participant"]?.string == "bob")
            try await ann.wait("the answer", within: .seconds(25)) { $0.agentSaid.count == 2 }
            let asked = office.frames("turn", of: session).filter { $0["phase"]?.string == "asked" }
            #expect(asked.first?["heard"]?.string == "what are your opening hours")
            try await ann.wait("the answer to the other", within: .seconds(25)) { $0.agentSaid.count == 3 }
        }
    }
}
