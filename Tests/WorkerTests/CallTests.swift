import Testing
import Timing
import Worker

@Suite(.serialized, .timeLimit(.minutes(3)))
struct CallTests {
    @Test("a caller is greeted, asks for the opening hours, hears them, and hangs up")
    func openingHours() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_hours")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.say(Recordings.named("hours1"))
            try await phone.wait("the answer", within: .seconds(25)) { $0.agentSaid.count == 2 }
            #expect(await phone.heardOfMe == ["what are your opening hours"])
            let answer = try #require(await phone.agentSaid.last)
            #expect(answer.contains("Monday"))
            let lines = office.transcript("sess_hours")
            #expect(lines.contains("user: what are your opening hours"))
            #expect(lines.last == "assistant: \(answer)")
            #expect(await phone.states.suffix(4) == ["listening", "thinking", "speaking", "listening"])
            #expect(office.latencies(of: "sess_hours").count == 1)
            await phone.hangUp()
            #expect(try await office.waitForEnd(of: "sess_hours") == "caller_left")
            #expect(await office.worker.calls.isEmpty)
        }
    }

    @Test("a caller who types is answered aloud")
    func typing() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_typing")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.type("What are your opening hours?")
            try await phone.wait("the answer", within: .seconds(25)) { $0.agentSaid.count == 2 }
            #expect(await phone.agentSaid.last?.contains("Monday") == true)
            #expect(office.transcript("sess_typing").contains("user: What are your opening hours?"))
        }
    }

    @Test("the agent's timestamps tell how long it was silent, and every talkspurt is marked")
    func timestamps() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_clock")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.say(Recordings.named("hours2"))
            try await phone.wait("the answer", within: .seconds(25)) { $0.agentSaid.count == 2 }
            let packets = await phone.packets
            let gaps = zip(packets, packets.dropFirst()).filter { $1.timestamp &- $0.timestamp != 960 }
            #expect(!gaps.isEmpty)
            #expect(gaps.allSatisfy { $1.marker && ($1.timestamp &- $0.timestamp) % 960 == 0 })
            #expect(gaps.map { $1.timestamp &- $0.timestamp }.max() ?? 0 > 48_000)
            #expect(packets.first?.marker == true)
        }
    }

    @Test("a caller who talks over the agent silences it at once, and is answered")
    func bargeIn() async throws {
        try await Office.open { office in
            let phone = try await office.call("sess_bargein")
            try await phone.wait("the greeting") { $0.agentSaid.count == 1 }
            try await phone.say(Recordings.named("hours1"))
            try await phone.wait("the answer's sound") { $0.states.last == "speaking" && $0.isAgentSpeaking }
            try await Task.sleep(for: .seconds(1.5))
            let voice = try Recordings.named("price1")
            let onset = Instant.monotonic() + voice.leadIn
            await phone.say(voice)
            try await phone.wait("silence", within: .seconds(2)) {
                $0.states.last != "speaking" && Instant.monotonic() > onset + .milliseconds(600)
            }
            let last = try #require(await phone.loudAt.last)
            let stop = last - onset
            #expect(stop.inMilliseconds < 400, "the agent fell silent too late")
            try await phone.wait("the second answer", within: .seconds(25)) { $0.agentSaid.count == 3 }
            let said = await phone.agentSaid
            #expect(!said[1].isEmpty && said[1].count < 60, "the agent was not cut off")
            let told = office.cuts(of: "sess_bargein").contains(said[1])
            #expect(told, "the history knows what was heard")
        }
    }

    @Test("two calls at once get each its own answer")
    func twoCalls() async throws {
        try await Office.open { office in
            let (ann, bob) = (try await office.call("sess_ann"), try await office.call("sess_bob", as: "bob"))
            try await ann.wait("ann's greeting") { $0.agentSaid.count == 1 }
            try await bob.wait("bob's greeting") { $0.agentSaid.count == 1 }
            #expect(await office.worker.calls.count == 2)
            try await ann.say(Recordings.named("hours1"))
            try await bob.say(Recordings.named("price1"))
            try await ann.wait("ann's answer", within: .seconds(30)) { $0.agentSaid.count == 2 }
            try await bob.wait("bob's answer", within: .seconds(30)) { $0.agentSaid.count == 2 }
            #expect(await ann.agentSaid.last?.contains("Monday") == true)
            let price = try #require(await bob.agentSaid.last)
            #expect(price.contains("$") || price.contains("dollars"))
            await ann.hangUp()
            #expect(try await office.waitForEnd(of: "sess_ann") == "caller_left")
            #expect(await office.worker.calls.count == 1)
        }
    }
}
