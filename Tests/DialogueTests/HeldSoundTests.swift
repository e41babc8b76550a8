import Audio
import Dialogue
import Testing
import Timing

@Suite("While the sound stands still")
struct HeldSoundTests {
    private let text = "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj."

    private static let interventions: [Dialogue.Event] = [
        .lineLost, .callerLeft(mayReturn: true), .callerLeft(mayReturn: false), .conclude("Goodbye."),
        .conclude("Goodbye.", isForced: false), .silence(at: .frame), .silence(at: .sentence), .holdTurns(true),
        .quiet(true), .typed("stop it"), .key("1"), .abandonAnswer, .answer, .adopt(TurnTaking.simple),
        .say(ControlledSpeech(id: "s", text: "One moment.", priority: .supervisor, isImmediate: true)),
        .announcement(Announcement(id: "n", text: "News.", priority: .interrupt)),
        .recognitionFailed(turn: 1), .synthesisFailed(utterance: 1), .drained(utterance: 1), .partial("stop", turn: 1),
        .transcript("stop", turn: 1), .callerJoined(greeting: "Again."),
    ]

    @Test("it goes on or is dropped, whatever happens", arguments: interventions.indices, [240, 2_000])
    func ends(index: Int, duration: Int) {
        var play = Play(TurnTaking())
        play.joins(greeting: text)
        play.callerSpeaks(from: 1_000, to: 1_000 + duration)
        play.at(1_310, Self.interventions[index])
        play.at(4_000, .lineRestored)
        play.run(until: 1_300)
        #expect(play.isHeld)
        play.run(until: 1_900)
        #expect(!play.isHeld && !play.isLowered)
        play.run(until: 60_000)
        #expect(!play.isHeld && !play.isLowered)
        #expect(play.spoken.count > 1 || !play.ends.isEmpty || play.asked.count > 0)
    }

    @Test("frames that stop meanwhile leave the decision to the clock")
    func noFrames() {
        var play = Play(TurnTaking())
        play.joins(greeting: text)
        play.callerSpeaks(from: 1_000, to: 5_000)
        play.framesStopAt = 1_300
        play.run(until: 1_300)
        #expect(play.isHeld)
        play.run(until: 1_600)
        #expect(!play.isHeld)
        play.run(until: 10_000)
        #expect(play.faults == [.framesStopped(turn: 1)])
    }

    @Test("silence of the playout is no fault then")
    func noStall() {
        var numbers = TurnTaking()
        numbers.decideWithin = .seconds(4)
        (numbers.stallReport, numbers.synthesisDeadline) = (.milliseconds(100), .milliseconds(200))
        var play = Play(numbers)
        play.joins(greeting: text)
        play.callerSpeaks(from: 1_000, to: 1_240)
        play.recognizer = [.text("", after: 100)]
        play.run(until: 8_000)
        #expect(play.rewound.count == 1)
        #expect(play.faults.isEmpty && play.heard.map(\.isComplete).first == true)
    }
}

extension Play {
    fileprivate var isHeld: Bool {
        let last = log.last {
            switch $0.effect {
            case .hold, .resume, .clearPlayout: true
            default: false
            }
        }
        return last?.effect == .hold
    }

    fileprivate var isLowered: Bool {
        log.last { if case .duck = $0.effect { true } else { false } }?.effect == .duck(true)
    }
}
