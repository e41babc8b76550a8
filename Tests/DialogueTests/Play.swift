import Audio
import Dialogue
import Timing

/// A call in virtual time: a scripted caller, recogniser, graph and synthesiser around a `Dialogue` and a real
/// `PlayoutBuffer`. Times are milliseconds. Each tick of 20 ms gives the dialogue a frame and plays one; what was
/// scheduled for a moment happens before the tick of that moment.
struct Play {
    /// How an engine answers once.
    enum Answer {
        case text(String, after: Int)
        case failure(after: Int)
        case never
    }

    struct Entry {
        let time: Int
        let effect: Dialogue.Effect
    }

    private enum Action {
        case event(Dialogue.Event)
        case sound(Utterance)
        case timeout
    }

    private struct Cue {
        let time: Int
        let action: Action
    }

    var dialogue: Dialogue
    var playout = PlayoutBuffer(rate: 1_000)
    /// When the caller makes sounds of speech.
    var speech: [Range<Int>] = []
    /// How a frame of it sounds to the detector.
    var voice = VoiceActivity.speech
    /// What the recogniser and the graph answer, one after the other; then the last one again.
    var recognizer: [Answer] = [.text("hello", after: 200)]
    var graph: [Answer] = [.text("Certainly.", after: 300)]
    /// What the graph prepares on words that may still become others.
    var draft: Answer = .never
    /// First sound after so long; a character lasts 50 ms. `nil` never gives a sound.
    var synthesizerDelay: Int? = 80
    var synthesizerFails = false
    var playoutStopsAt = Int.max
    var framesStopAt = Int.max
    /// Set when a reply ends the call or may not be interrupted.
    var repliesEndCall = false
    var repliesAreInterruptible = true
    /// What kind of answer each reply waits for, one after the other; then the last one again.
    var expectations: [AnswerProfile?] = [nil]
    var expects: AnswerProfile? {
        get { expectations[0] }
        set { expectations = [newValue] }
    }

    private(set) var log: [Entry] = []
    private(set) var now = 0
    /// How far the sound went back each time (milliseconds).
    private(set) var rewound: [Int] = []
    /// What left the playout buffer, one sample a millisecond: its time and place in the utterance.
    private(set) var sound: [(time: Int, utterance: Int, range: Range<Int>)] = []
    /// What is to come, the next one last.
    private var cues: [Cue] = []
    /// Turns whose present revision the recogniser was asked for already.
    private var requested: Set<Int> = []

    /// Document 004's rule, and nothing ahead of time.
    init(_ numbers: TurnTaking = .plain) {
        dialogue = Dialogue(numbers.trusting)
    }

    static let characterLasts = 50

    mutating func at(_ time: Int, _ event: Dialogue.Event) { schedule(.event(event), at: time) }

    private mutating func schedule(_ action: Action, at time: Int) {
        let later = cues.lastIndex { $0.time > time }.map { $0 + 1 } ?? 0
        cues.insert(Cue(time: time, action: action), at: later)
    }

    /// The caller joins at the beginning and hears a greeting of one second (20 characters).
    mutating func joins(greeting: String? = "Hello there, friend.") {
        at(0, .callerJoined(greeting: greeting))
    }

    mutating func callerSpeaks(from start: Int, to end: Int) { speech.append(start..<end) }

    // MARK: Running

    mutating func run(until end: Int) {
        while now < end {
            let tick = now + 20
            while let next = nextMoment(before: tick) {
                now = next.time
                perform(next.action)
            }
            now = tick
            takeTick()
        }
    }

    private var instant: Instant { .origin + .milliseconds(now) }

    private mutating func perform(_ action: Action) {
        switch action {
        case .event(let event): perform(dialogue.handle(event, now: instant))
        case .sound(let utterance): deliver(utterance)
        case .timeout: perform(dialogue.handleTimeout(now: instant))
        }
    }

    private mutating func nextMoment(before tick: Int) -> (time: Int, action: Action)? {
        let cue = cues.last
        let timeout = dialogue.timeout.map { Int(($0.nanoseconds + 999_999) / 1_000_000) }
        if let timeout, timeout <= tick, timeout < cue?.time ?? .max { return (max(now, timeout), .timeout) }
        guard let cue, cue.time <= tick else { return nil }
        cues.removeLast()
        return (max(now, cue.time), cue.action)
    }

    private mutating func takeTick() {
        if now <= framesStopAt {
            let isSpeech = speech.contains { $0.contains(now - 20) }
            perform(dialogue.handle(.frame([Int16(now / 20 % 30_000)], isSpeech ? voice : .silence), now: instant))
        }
        guard now < playoutStopsAt, let frame = playout.pop() else { return }
        sound.append((now, frame.utterance, frame.start..<frame.start + frame.played))
        let duration = Duration.milliseconds(frame.played)
        perform(dialogue.handle(.played(utterance: frame.utterance, duration: duration), now: instant))
        if frame.endsUtterance { perform(dialogue.handle(.drained(utterance: frame.utterance), now: instant)) }
    }

    // MARK: The world's part

    private mutating func perform(_ effects: [Dialogue.Effect]) {
        for effect in effects {
            log.append(Entry(time: now, effect: effect))
            switch effect {
            case .speak(let utterance): synthesize(utterance)
            case .clearPlayout(let generation):
                _ = playout.clear()
                precondition(playout.generation == generation, "both count the generations alike")
            case .endOfUtterance(let turn, let revision):
                if requested.remove(turn) == nil { answerTranscript(turn, revision) }
            case .softEnd(let turn, let revision):
                requested.insert(turn)
                answerTranscript(turn, revision)
            case .reopen(let turn, _): requested.remove(turn)
            case .prepare(_, let turn, let revision): answerDraft(turn, revision)
            case .hold: playout.hold()
            case .resume(let rewind): rewound.append(playout.release(rewind: Int(rewind.inMilliseconds.rounded())))
            case .ask(_, let turn), .askAgain(let turn): answerReply(turn)
            case .greet: answerReply(0)
            default: break
            }
        }
    }

    private mutating func synthesize(_ utterance: Utterance) {
        guard let delay = synthesizerDelay else { return }
        if synthesizerFails { return at(now + delay, .synthesisFailed(utterance: utterance.id)) }
        schedule(.sound(utterance), at: now + delay)
    }

    /// All of the sound comes at once; sound of an older generation is refused by the buffer.
    private mutating func deliver(_ utterance: Utterance) {
        let count = utterance.text.count * Self.characterLasts
        let samples = [Int16](repeating: 1, count: count)
        let acceptance = playout.append(samples, utterance: utterance.id, generation: utterance.generation)
        guard acceptance == .accepted(count) else { return }
        _ = playout.finish(utterance: utterance.id)
        let duration = Duration.milliseconds(count)
        perform(dialogue.handle(.synthesized(utterance: utterance.id, duration: duration), now: instant))
        perform(dialogue.handle(.synthesisFinished(utterance: utterance.id), now: instant))
    }

    private mutating func answerTranscript(_ turn: Int, _ revision: Int) {
        switch recognizer.count > 1 ? recognizer.removeFirst() : recognizer[0] {
        case .text(let text, let after): at(now + after, .transcript(text, turn: turn, revision: revision))
        case .failure(let after): at(now + after, .recognitionFailed(turn: turn, revision: revision))
        case .never: break
        }
    }

    private mutating func answerDraft(_ turn: Int, _ revision: Int) {
        guard case .text(let text, let after) = draft else { return }
        at(now + after, .prepared(Reply(turn: turn, text: text), revision: revision))
    }

    private mutating func answerReply(_ turn: Int) {
        switch graph.count > 1 ? graph.removeFirst() : graph[0] {
        case .text(let text, let after):
            let expected = expectations.count > 1 ? expectations.removeFirst() : expectations[0]
            let reply = Reply(
                turn: turn, text: text, isInterruptible: repliesAreInterruptible, endsCall: repliesEndCall,
                expects: expected)
            at(now + after, .reply(reply))
        case .failure(let after): at(now + after, .replyFailed(turn: turn))
        case .never: break
        }
    }
}

extension TurnTaking {
    /// Frames are counted, and no engine is asked for anything before the utterance is over.
    static var plain: TurnTaking {
        var numbers = TurnTaking.simple
        numbers.worksAhead = false
        return numbers
    }

    /// With a detector that is told the truth, a start costs what its profile says and nothing more.
    var trusting: TurnTaking {
        var numbers = self
        if numbers.speech == .silero { numbers.speech = .simple }
        return numbers
    }
}
