import Audio
import Dialogue
import Testing
import Timing

/// A conversation in virtual time: a caller, a recogniser, a graph and a synthesiser by script around a `Dialogue`, and a
/// driver that carries out its effects as the session does. Times are milliseconds. Each tick of 20 ms gives the dialogue
/// a frame and plays one; what was scheduled for a moment happens before the tick of that moment.
struct Scenario {
    struct Entry {
        let time: Int
        let effect: Dialogue.Effect
    }

    private enum Action {
        case event(Dialogue.Event)
        case sound(Utterance, made: Int)
        case timeout
    }

    private struct Cue {
        let time: Int
        let action: Action
    }

    var dialogue: Dialogue
    var caller = ScriptedCaller()
    var recognizer = ScriptedRecognizer()
    var model = ScriptedModel()
    var synthesizer = ScriptedSynthesizer()
    var playout = ScriptedPlayout()
    private(set) var log: [Entry] = []
    private(set) var now = 0
    /// Rewinds that the playout could not make: there must be none.
    private(set) var impossibleRewinds = 0
    /// The playout stands still from then on.
    var playoutStopsAt = Int.max
    /// There is no line: nothing is heard, nothing is played.
    private(set) var outages: [Range<Int>] = []

    /// What is to come, the next one last.
    private var cues: [Cue] = []

    init(_ numbers: TurnTaking = TurnTaking(), greeting: String? = "Hi.") {
        dialogue = Dialogue(numbers)
        at(0, .callerJoined(greeting: greeting))
    }

    /// At so many seconds.
    mutating func at(_ seconds: Double, _ event: Dialogue.Event) {
        schedule(.event(event), at: Int((seconds * 1_000).rounded()))
    }

    mutating func losesLine(at start: Double, lasting: Double) {
        let begin = Int((start * 1_000).rounded())
        outages.append(begin..<begin + Int((lasting * 1_000).rounded()))
        at(start, .lineLost)
        at(start + lasting, .lineRestored)
    }

    private mutating func schedule(_ action: Action, at time: Int) {
        let later = cues.lastIndex { $0.time > time }.map { $0 + 1 } ?? 0
        cues.insert(Cue(time: time, action: action), at: later)
    }

    // MARK: Running

    /// Runs to so many seconds and checks what always holds.
    mutating func run(until seconds: Double, _ location: SourceLocation = #_sourceLocation) {
        advance(until: seconds)
        for broken in brokenLaws { Issue.record("\(broken)\n\(transcript)", sourceLocation: location) }
    }

    mutating func advance(until seconds: Double) {
        let end = Int((seconds * 1_000).rounded())
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

    private mutating func nextMoment(before tick: Int) -> (time: Int, action: Action)? {
        let cue = cues.last
        let timeout = dialogue.timeout.map { Int(($0.nanoseconds + 999_999) / 1_000_000) }
        if let timeout, timeout <= tick, timeout < cue?.time ?? .max { return (max(now, timeout), .timeout) }
        guard let cue, cue.time <= tick else { return nil }
        cues.removeLast()
        return (max(now, cue.time), cue.action)
    }

    private mutating func perform(_ action: Action) {
        switch action {
        case .event(let event): tell(event)
        case .sound(let utterance, let made): deliver(utterance, made: made)
        case .timeout: carryOut(dialogue.handleTimeout(now: instant))
        }
    }

    private mutating func tell(_ event: Dialogue.Event) { carryOut(dialogue.handle(event, now: instant)) }

    private mutating func takeTick() {
        guard !outages.contains(where: { $0.contains(now) }) else { return }
        if !caller.isMuted(at: now) {
            tell(.frame([Int16(truncatingIfNeeded: now / 20)], caller.activity(at: now)))
        }
        guard now < playoutStopsAt, let (sound, isLast) = playout.pop(at: now) else { return }
        let told = sound.range.count * (playout.fault == .tellingTwice ? 2 : 1)
        tell(.played(utterance: sound.utterance, duration: .milliseconds(told)))
        if isLast { tell(.drained(utterance: sound.utterance)) }
    }

    // MARK: The driver

    private mutating func carryOut(_ effects: [Dialogue.Effect]) {
        for effect in effects {
            log.append(Entry(time: now, effect: effect))
            carryOut(effect)
        }
    }

    private mutating func carryOut(_ effect: Dialogue.Effect) {
        switch effect {
        case .listen(let samples, let turn): listen(samples, turn: turn)
        case .softEnd(let turn, let revision): finishRecognition(turn, revision)
        case .reopen(let turn, let revision): recognizer.streams[turn]?.revision = revision
        case .endOfUtterance(let turn, let revision): finishRecognition(turn, revision)
        case .reviveRecognition(let turn):
            recognizer.isDead = false
            tellPartial(turn)
        case .prepare(let text, let turn, let revision): prepare(text, turn, revision)
        case .presynthesize(let text): synthesizer.order(text, at: now)
        case .ask(let text, let turn): answer(text, turn: turn)
        case .askAgain(let turn): answer("", turn: turn)
        case .greet: answer("", turn: 0)
        case .speak(let utterance): synthesize(utterance)
        case .clearPlayout: playout.clear()
        case .duck(let isDucked): playout.duck(isDucked)
        case .hold: playout.hold()
        case .resume(let rewind):
            if !playout.resume(rewind: Int((rewind / .milliseconds(1)).rounded())) { impossibleRewinds += 1 }
        default: break
        }
    }

    // MARK: Engines

    private mutating func listen(_ samples: [Int16], turn: Int) {
        let frames = samples.map { Int(UInt16(bitPattern: $0)) }
        for frame in frames { recognizer.streams[turn, default: .init()].frames.insert(frame) }
        if frames.contains(where: caller.isWordEnd) { tellPartial(turn) }
    }

    private mutating func tellPartial(_ turn: Int) {
        guard let delay = recognizer.partialDelay, !recognizer.isDead, let stream = recognizer.streams[turn] else {
            return
        }
        let words = caller.words(in: stream.frames)
        guard words.count > stream.told else { return }
        recognizer.streams[turn]?.told = words.count
        let text = recognizer.mishearing ?? words.joined(separator: " ")
        schedule(.event(.partial(text, turn: turn, isComplete: recognizer.isHinting)), at: now + delay)
    }

    private mutating func finishRecognition(_ turn: Int, _ revision: Int) {
        guard recognizer.requested.insert([turn, revision]).inserted else { return }
        let words = caller.words(in: recognizer.streams[turn]?.frames ?? [])
        let text = recognizer.mishearing ?? words.joined(separator: " ")
        switch recognizer.next() {
        case .final(let after):
            schedule(.event(.transcript(text, turn: turn, revision: revision)), at: now + after)
        case .failure(let after):
            schedule(.event(.recognitionFailed(turn: turn, revision: revision)), at: now + after)
        case .never: break
        }
    }

    private mutating func prepare(_ text: String, _ turn: Int, _ revision: Int) {
        guard let time = model.prepare(text, at: now), case .text(let words) = model.next else { return }
        schedule(.event(.prepared(model.reply(words, turn: turn), revision: revision)), at: time)
    }

    private mutating func answer(_ text: String, turn: Int) {
        let (answer, time) = model.ask(text, at: now)
        switch answer {
        case .text(let words): schedule(.event(.reply(model.reply(words, turn: turn))), at: time)
        case .reply(var reply):
            reply.turn = turn
            schedule(.event(.reply(reply)), at: time)
        case .failure: schedule(.event(.replyFailed(turn: turn)), at: time)
        case .never: break
        }
    }

    private mutating func synthesize(_ utterance: Utterance) {
        guard let time = synthesizer.time(of: utterance.text, at: now) else { return }
        guard !synthesizer.fails else {
            return schedule(.event(.synthesisFailed(utterance: utterance.id)), at: time)
        }
        schedule(.sound(utterance, made: 0), at: time)
    }

    /// The next piece of an utterance's sound.
    private mutating func deliver(_ utterance: Utterance, made: Int) {
        let all = ScriptedSynthesizer.duration(of: utterance.text)
        let end = min(all, synthesizer.breaksAfter ?? all)
        let piece = min(end - made, synthesizer.piece ?? all)
        guard piece > 0 else {
            playout.finish(utterance.id)
            return tell(.synthesisFailed(utterance: utterance.id))
        }
        guard playout.append(piece, of: utterance) else { return }
        tell(.synthesized(utterance: utterance.id, duration: .milliseconds(piece)))
        if made == 0, synthesizer.timesWords {
            let ends = ScriptedSynthesizer.words(of: utterance.text).map { Duration.milliseconds($0.upperBound) }
            tell(.wordTimes(utterance: utterance.id, ends: ends))
        }
        guard made + piece < all else {
            playout.finish(utterance.id)
            return tell(.synthesisFinished(utterance: utterance.id))
        }
        schedule(.sound(utterance, made: made + piece), at: now + piece / 10)
    }
}
