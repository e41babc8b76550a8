import Audio
import Dialogue
import Testing

/// The caller makes a sound into a reply of 2.45 s, which began to leave at 1760.
@Suite("Scripted: a sound into the agent's speech")
struct BargeInScenarioTests {
    /// Every 80 ms of the reply.
    static let onsets = Array(stride(from: 1_840, through: 3_440, by: 80))

    private func seconds(_ time: Int) -> Double { Double(time) / 1_000 }

    /// The truth of the loudspeaker: words of which half was played.
    private func heardWords(_ scenario: Scenario) -> Int {
        let id = scenario.spoken.first { $0.value.text == Scenario.longReply }?.value.id ?? 0
        let furthest = scenario.playout.furthest(id)
        return ScriptedSynthesizer.words(of: Scenario.longReply).filter {
            ($0.lowerBound + $0.upperBound) / 2 <= furthest
        }
        .count
    }

    @Test(
        "an interruption: lower within 100 ms, still within 290, over with its first word, then answered",
        arguments: onsets)
    func interruption(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.caller.says("stop wait", at: seconds(onset), lasting: 0.6)
        scenario.run(until: seconds(onset) + 2.2)
        #expect(scenario.ducks.map(\.time) == [onset + 80, onset + 420])
        let hold = try #require(scenario.holds.first)
        #expect(scenario.holds.count == 1 && (onset + 160...onset + 280).contains(hold))
        let sounds = try #require(scenario.sound(of: Scenario.longReply))
        // The end of a word shows when its frame has left.
        #expect(sounds.last == hold || sounds.last == hold - 20)
        #expect(scenario.playout.sounds.filter { $0.time >= onset + 80 && $0.time <= hold }.allSatisfy { $0.isDucked })
        // The first word is over at +300, and its partial result takes 120.
        #expect(scenario.clears == [onset + 420] && scenario.resumes.isEmpty)
        #expect(scenario.asked.map(\.text) == ["i need an oil change", "stop wait"])
        #expect(scenario.asked[1].time == onset + 600 + 312)
        let heard = try #require(scenario.heard.first { $0.utterance.text == Scenario.longReply })
        #expect(abs(heard.text.split(separator: " ").count - heardWords(scenario)) <= 1 && !heard.isComplete)
        #expect(scenario.history == ["Hi.", heard.text].filter { !$0.isEmpty } + ["Fine."])
    }

    @Test(
        "a back-channel: it stands still and goes on with the word it stood at; nothing is lost", arguments: onsets,
        [true, false])
    func backchannel(onset: Int, timesWords: Bool) throws {
        var scenario = Scenario.talk(timesWords: timesWords)
        scenario.caller.says("mm-hm", at: seconds(onset), lasting: 0.3)
        scenario.run(until: 6)
        let hold = try #require(scenario.holds.first)
        #expect(scenario.holds.count == 1 && (onset + 160...onset + 280).contains(hold))
        #expect(scenario.clears.isEmpty && scenario.resumes.map(\.time) == [onset + 420])
        let rewind = scenario.resumes[0].rewind
        #expect((0...300).contains(rewind))
        let last = try #require(scenario.sound(of: Scenario.longReply)).last
        let stop = try #require(scenario.playout.sounds.last { $0.time <= hold }).time
        // As late as it stood still and went back, to the frame.
        let delay = onset + 420 - (stop + 20) + rewind
        #expect((0..<20).contains(last - Scenario.replyEnds - delay + 10))
        #expect(scenario.asked.count == 1)
        #expect(scenario.history == ["Hi.", Scenario.longReply])
    }

    @Test("a cough: the same, with no word of it in the conversation", arguments: onsets)
    func noise(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.caller.makesNoise(at: seconds(onset), lasting: 0.24)
        scenario.run(until: 6)
        #expect(scenario.clears.isEmpty && scenario.holds.count <= 1)
        for (hold, resume) in zip(scenario.holds, scenario.resumes) {
            #expect(resume.time - hold <= 320)
        }
        #expect(scenario.resumes.count == scenario.holds.count)
        #expect(scenario.ducks.map(\.value) == [true, false])
        #expect(scenario.asked.count == 1 && scenario.history == ["Hi.", Scenario.longReply])
    }

    @Test("its own echo: hardly lower for a moment, and not still", arguments: onsets)
    func echo(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.caller.says("cccc dddd", at: seconds(onset), lasting: 0.6, sound: .ownEcho)
        scenario.run(until: 6)
        #expect(scenario.holds.isEmpty && scenario.clears.isEmpty)
        #expect(scenario.ducks.map(\.value) == [true, false])
        #expect(scenario.ducks[1].time - scenario.ducks[0].time <= 60)
        #expect(scenario.sound(of: Scenario.longReply)?.last == Scenario.replyEnds)
        #expect(scenario.asked.count == 1 && scenario.history == ["Hi.", Scenario.longReply])
    }

    @Test("speech without words is an interruption 300 ms after the hold", arguments: onsets.filter { $0 % 160 == 0 })
    func wordless(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.recognizer.partialDelay = nil
        scenario.caller.says("well what i meant to ask is something else", at: seconds(onset), lasting: 1.6)
        scenario.run(until: seconds(onset) + 3.4)
        let hold = try #require(scenario.holds.first)
        #expect(scenario.clears == [hold + 300])
        #expect(scenario.asked.map(\.text).last == "well what i meant to ask is something else")
    }

    @Test("what may not be interrupted is heard whole, and the caller's words are the next turn", arguments: onsets)
    func uninterruptible(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.model.isInterruptible = false
        scenario.caller.says("stop wait", at: seconds(onset), lasting: 0.6)
        scenario.run(until: 6)
        #expect(scenario.ducks.isEmpty && scenario.holds.isEmpty && scenario.clears.isEmpty)
        #expect(scenario.sound(of: Scenario.longReply)?.last == Scenario.replyEnds)
        #expect(scenario.asked.map(\.text) == ["i need an oil change", "stop wait"])
        #expect(scenario.asked[1].time == max(Scenario.replyEnds, onset + 912))
        #expect(scenario.history == ["Hi.", Scenario.longReply, "Fine."])
    }

    @Test("typed words cut in at once", arguments: onsets.filter { $0 % 160 == 0 })
    func typed(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.at(seconds(onset + 7), .typed("never mind"))
        scenario.run(until: 5)
        #expect(scenario.clears == [onset + 7] && scenario.holds.isEmpty)
        #expect(scenario.asked.map(\.text) == ["i need an oil change", "never mind"])
        #expect(scenario.asked[1].time == onset + 7)
        #expect(scenario.sound(of: Scenario.longReply)?.last == onset)
    }

    @Test("the first key cuts in, and all of them to the hash are one turn", arguments: onsets.filter { $0 % 160 == 0 })
    func keys(onset: Int) throws {
        var scenario = Scenario.talk()
        for (index, key) in "415#".enumerated() { scenario.at(seconds(onset + index * 200), .key(key)) }
        scenario.run(until: 5.5)
        #expect(scenario.clears == [onset])
        #expect(scenario.asked.map(\.text) == ["i need an oil change", "4 1 5"])
        #expect(scenario.asked[1].time == onset + 600)
    }

    @Test(
        "somebody else's words cut nothing off, and are answered when the caller has their answer",
        arguments: onsets.filter { $0 % 160 == 0 })
    func aside(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.at(seconds(onset), .aside("what about saturday", speaker: "guest"))
        scenario.run(until: 5.5)
        #expect(scenario.clears.isEmpty && scenario.holds.isEmpty)
        #expect(scenario.sound(of: Scenario.longReply)?.last == Scenario.replyEnds)
        #expect(scenario.asked.map(\.text) == ["i need an oil change", "what about saturday"])
        #expect(scenario.asked[1].time == Scenario.replyEnds)
    }

    @Test(
        "a line that is lost stops the reply, and it goes on where it was", arguments: onsets.filter { $0 % 160 == 0 })
    func lostLine(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.losesLine(at: seconds(onset), lasting: 3)
        scenario.run(until: 8.5)
        #expect(scenario.sound(of: Scenario.longReply)?.last == Scenario.replyEnds + 3_000)
        #expect(scenario.faults.isEmpty && scenario.clears.isEmpty)
        #expect(scenario.history == ["Hi.", Scenario.longReply])
    }

    @Test(
        "a caller who hangs up ends the call with what was heard until then", arguments: onsets.filter { $0 % 160 == 0 }
    )
    func hangUp(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.at(seconds(onset), .callerLeft(mayReturn: false))
        scenario.run(until: 5)
        #expect(scenario.ends.map(\.time) == [onset] && scenario.ends.map(\.value) == [.callerLeft])
        let heard = try #require(scenario.heard.last)
        #expect(abs(heard.text.split(separator: " ").count - heardWords(scenario)) <= 1)
    }

    @Test(
        "a farewell cannot be talked out of, and is heard before the call ends",
        arguments: onsets.filter { $0 % 160 == 0 })
    func concluded(onset: Int) throws {
        var scenario = Scenario.talk()
        scenario.at(seconds(onset), .conclude("We are closing. Goodbye."))
        scenario.caller.says("stop wait", at: seconds(onset + 200), lasting: 0.6)
        scenario.run(until: 6)
        #expect(scenario.clears == [onset])
        // 80 ms to the first sound, 24 letters, and the frame that it is in.
        let end = (onset + 80 + 19) / 20 * 20 + 1_200 - 20
        #expect(scenario.ends.map(\.time) == [end] && scenario.ends.map(\.value) == [.concluded])
        #expect(scenario.heard.last?.text == "We are closing. Goodbye.")
    }

    @Test("a supervisor's words cut in, and the reply does not come back", arguments: onsets.filter { $0 % 160 == 0 })
    func supervisor(onset: Int) throws {
        var scenario = Scenario.talk()
        let speech = ControlledSpeech(id: "s", text: "One of us will call.", priority: .supervisor, isImmediate: true)
        scenario.at(seconds(onset), .say(speech))
        scenario.run(until: 5.5)
        #expect(scenario.clears == [onset])
        #expect(scenario.spoken.last?.value.text == "One of us will call.")
        #expect(scenario.sound(of: "One of us will call.")?.first == onset + 80)
        #expect(scenario.floor.contains(.speechEnded(id: "s", heard: "One of us will call.", isWhole: true)))
    }
}
