import Audio
import Dialogue
import Testing
import Timing

@Suite("When words are said")
struct WordTimeTests {
    private let text = "One two three. Four five six."

    /// What was heard of `text`, which lasts four seconds, after so many seconds.
    private func heard(_ played: Double, _ events: [Dialogue.Event]) -> String? {
        var dialogue = Dialogue()
        _ = dialogue.handle(.callerJoined(greeting: text), now: .origin)
        for event in events { _ = dialogue.handle(event, now: .origin) }
        _ = dialogue.handle(.synthesized(utterance: 1, duration: .seconds(4)), now: .origin)
        _ = dialogue.handle(.synthesisFinished(utterance: 1), now: .origin)
        _ = dialogue.handle(.played(utterance: 1, duration: .seconds(played)), now: .origin)
        return dialogue.heardSoFar?.text
    }

    private func ends(_ seconds: Double...) -> Dialogue.Event {
        .wordTimes(utterance: 1, ends: seconds.map { .seconds($0) })
    }

    @Test("a word counts as heard from its middle on, where the engine says when it ends")
    func exact() {
        let times = [ends(0.2, 2, 2.2, 2.4, 3.8, 4)]
        #expect(heard(0.05, times) == "")
        #expect(heard(0.15, times) == "One")
        #expect(heard(1, times) == "One")
        #expect(heard(1.2, times) == "One two")
        #expect(heard(3, times) == "One two three. Four")
        #expect(heard(3.2, times) == "One two three. Four five")
        #expect(heard(4, times) == text)
    }

    @Test("times may come in parts, in front of estimates and between lengths of pieces")
    func parts() {
        let first = [ends(1, 2), ends(3)]
        #expect(heard(2.9, first) == "One two three.")
        #expect(heard(3.3, first) == "One two three. Four")
        let piece = Dialogue.Event.timed(utterance: 1, text: "One two three.", duration: .seconds(3.2))
        for events in [[piece, ends(1, 2, 3)], [ends(1, 2, 3), piece], [ends(1), piece, ends(2, 3)]] {
            #expect(heard(0.9, events) == "One")
            #expect(heard(2.7, events) == "One two three.")
            #expect(heard(3.21, events) == "One two three.")
            #expect(heard(3.6, events) == "One two three. Four five")
        }
    }

    @Test("the agent goes back to the very beginning of a word")
    func rewind() {
        var dialogue = Dialogue(TurnTaking().trusting)
        _ = dialogue.handle(.callerJoined(greeting: text), now: .origin)
        _ = dialogue.handle(ends(0.3, 1.15, 2.2, 2.4, 3.8, 4), now: .origin)
        _ = dialogue.handle(.synthesized(utterance: 1, duration: .seconds(4)), now: .origin)
        var rewinds: [Dialogue.Effect] = []
        for frame in 1...100 {
            let now = Instant.origin + .milliseconds(20 * frame)
            let isSpeech = (40...52).contains(frame)
            var effects = dialogue.handle(.frame([Int16](), isSpeech ? .speech : .silence), now: now)
            if !effects.contains(.hold) {
                effects += dialogue.handle(.played(utterance: 1, duration: .milliseconds(20)), now: now)
            }
            if effects.contains(.hold) {
                rewinds += waitForResume(&dialogue, from: frame)
                break
            }
        }
        // Begun at 780, stood still by 1060: the word begun at 300.
        guard case .resume(let rewind) = rewinds.first else { Issue.record("goes on"); return }
        #expect(rewind > .milliseconds(500) && rewind <= .milliseconds(760))
        #expect(dialogue.heardSoFar?.text == "One two")
    }

    private func waitForResume(_ dialogue: inout Dialogue, from frame: Int) -> [Dialogue.Effect] {
        for next in (frame + 1)...(frame + 40) {
            let now = Instant.origin + .milliseconds(20 * next)
            let effects =
                dialogue.handle(.frame([Int16](), next <= 52 ? .speech : .silence), now: now)
                + dialogue.handleTimeout(now: now)
            let resumes = effects.filter { if case .resume = $0 { true } else { false } }
            if !resumes.isEmpty { return resumes }
        }
        return []
    }

    @Test("times that go backwards, are too many or belong to nobody do no harm")
    func hostile() {
        let odd: [[Double]] = [
            [3, 2, 1], [-1, -5, 0], [0, 0, 0, 0, 0, 0], [9e9, 9e9], Array(repeating: 1, count: 1_000), [],
        ]
        for ends in odd {
            let event = Dialogue.Event.wordTimes(utterance: 1, ends: ends.map { .seconds($0) })
            let piece = Dialogue.Event.timed(utterance: 1, text: "One two", duration: .seconds(1))
            for played in stride(from: 0.0, through: 5, by: 0.25) {
                for events in [[event], [event, piece], [piece, event]] {
                    #expect(heard(played, events).map { text.hasPrefix($0) } == true)
                }
            }
        }
        let stranger = Dialogue.Event.wordTimes(utterance: 7, ends: [.seconds(0.1)])
        #expect(heard(0.2, [stranger]) == heard(0.2, []))
    }
}
