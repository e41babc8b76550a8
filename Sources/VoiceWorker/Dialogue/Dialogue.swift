// # Dialogue
//
// Turn-taking: who has the floor, when a turn of the caller is over, when the agent falls silent, and what the caller has
// heard. A value in virtual time; the driver owns the detector, the recogniser, the graph, the synthesiser and the playout
// buffer, tells `Dialogue` what happened, and carries out the effects in the order in which they are returned.
//
// A turn: frames ─► started ─► `.listen` … ─► 100 ms of silence ─► `.softEnd` ─► transcript ─► `.prepare` … (the caller
// goes on: `.reopen`, the next revision) … ─► the chosen silence ─► `.endOfUtterance` ─► `.ask` ─► reply ─► `.speak` ─►
// synthesised, played … drained ─► `.heard`. By `TurnTaking.Rule.counts` the silence is document 004's sixty frames.
//
// A barge-in: the caller's voice ─► `.duck(true)` ─► end of a word ─► `.hold` ─► either `.clearPlayout`, `.heard`, or
// `.duck(false)`, `.resume` from the beginning of the word. By counts, eight frames of speech clear the playout.
//
// *Assumes* one caller who has the floor, frames of 20 ms while there is a track (silence when nothing arrives), and that a
// cleared or held playout buffer plays nothing more. *Out of scope*: what is said, which is the graph's; how silence, words
// and voice are judged, which is that of `EndOfTurn` and `Interjection`; taking our own echo out of the sound.
//
// Laws:
// 1. One `.endOfUtterance` for each turn, one question for each committed turn, and one reply taken for each question.
// 2. Every wait has a deadline, and what happens then is audible.
// 3. `.clearPlayout` is returned by the call that decides it; audio of an older generation is never counted as heard.
// 4. What the caller says while the agent may not be interrupted is kept and becomes the next turn.
// 5. A farewell has been played, or has failed, before `.endCall`; after `.endCall` nothing more is returned.
// 6. While the line is lost nothing is said and no silence counts; then the agent goes on where it stopped.
// 7. Waking at `timeout` makes progress; waking early changes nothing.
// 8. What is said gives way only to what is strictly more urgent, and only if it may be interrupted or the end is forced.
// 9. While turns are held none is asked, and each comes out once; `.silence` is answered once, at the latest when what may
//    not be interrupted was heard.
// 10. A transcript or draft counts for the revision it was made of, or not at all; by judgement no turn is asked before the
//     words of its last revision are here, and nothing that was prepared is said before the turn is over.
// 11. `.duck(true)` is followed by `.duck(false)`, and `.hold` by `.resume` or `.clearPlayout`, within
//     `TurnTaking.decideWithin`; what goes on leaves out nothing, and what was heard stays heard.

import Audio
package import Timing

/// The turn-taking of one call.
package struct Dialogue: Sendable {
    /// Where the call is.
    enum Phase: Hashable, Sendable {
        case waiting, active, ended
        /// The caller's connection broke; the call ends unless they are back by then.
        case away(until: Instant)
    }

    /// The numbers in force; a graph node may change them between turns.
    package private(set) var turnTaking: TurnTaking
    package let phrases: Phrases
    /// Which generation of the playout buffer may speak.
    package internal(set) var generation = 0
    package internal(set) var state = DialogueState.idle

    var phase = Phase.waiting
    /// The connection is being made anew: what is being said waits, and so does the patience with it.
    var isLineLost = false
    var effects: [Effect] = []

    // The caller.
    var counter: SpeechCounter
    /// The number of the caller's present or last utterance; 0 is the greeting's turn.
    var turn = 0
    var open: OpenTurn?
    var lastFrame = Instant.origin
    var lastSpeech = Instant.origin
    /// Utterances that are over and not transcribed, oldest first.
    var pending: [PendingTranscript] = []
    /// What the caller said and has not been committed.
    var words: [CallerWords] = []
    var timings: TurnTimings.Marks?
    /// What is known of this caller's pauses, and what kind of answer they were asked for.
    var endOfTurn = EndOfTurn()
    var expected = AnswerProfile.open
    /// The recogniser tells what it hears while it hears it.
    var hasGivenPartials = false
    /// Digits that were dialled and are not taken yet, and when they are.
    var keys = ""
    var keysDue: Instant?
    /// What others in the room said, oldest first.
    var asides: [Aside] = []
    var emptyTranscripts = 0
    var repairs = 0

    // The graph.
    /// Committed and not answered.
    var question: Question?

    // The agent.
    var speaking: Speaking?
    /// Set while the caller's voice is weighed in the middle of what is said.
    var yield: Yield?
    /// The caller's present run of speech was weighed already.
    var isRunJudged = false
    /// What could not be told from the agent's own voice made it stand still once.
    var hasHeardItself = false
    var queue: [Utterance] = []
    var nextUtterance = 1
    /// What was said last, to its end.
    var lastSaid: Said?
    /// What was cut off and may be taken up again.
    var interrupted: Interruption?
    /// Since when nobody speaks and nothing is awaited.
    var quietSince: Instant?
    var silencePrompts = 0

    // Those who steer the call.
    /// Turns come out as `.overheard`.
    var holdsTurns = false
    /// Nothing is said on the agent's own account.
    var isHushed = false
    /// How often `.silence` was asked for and is not answered yet.
    var silences = 0
    /// The graph is to be asked at the next chance.
    var owesAnswer = false
    /// What was heard so far of each `ControlledSpeech` that has begun and may go on, by its id.
    var controlled: [String: ControlledProgress] = [:]

    package init(_ turnTaking: TurnTaking = TurnTaking(), phrases: Phrases = Phrases()) {
        self.turnTaking = turnTaking
        self.phrases = phrases
        counter = SpeechCounter(turnTaking.counts)
    }

    /// Takes one event at `now` and returns what is to be done, in order.
    package mutating func handle(_ event: Event, now: Instant) -> [Effect] {
        guard phase != .ended else { return [] }
        take(event, now: now)
        return settle(now: now)
    }

    private mutating func take(_ event: Event, now: Instant) {
        switch event {
        case .frame(let samples, let activity): takeFrame(samples, activity, now: now)
        case .played(let utterance, let duration): takePlayed(duration, of: utterance, now: now)
        case .synthesized(let utterance, let duration): takeSynthesized(duration, of: utterance, now: now)
        case .timed(let utterance, let text, let duration): time(text, duration, of: utterance)
        case .synthesisFinished(let utterance): finishSynthesis(of: utterance, now: now)
        case .synthesisFailed(let utterance): failSynthesis(of: utterance, now: now)
        case .drained(let utterance): endSpeaking(utterance, isComplete: true, now: now)
        case .wordTimes(let utterance, let ends): time(wordEnds: ends, of: utterance)
        case .partial(let text, let turn, let isComplete):
            takePartial(text, turn: turn, isComplete: isComplete, now: now)
        case .transcript(let text, let turn, let revision):
            takeTranscript(text, turn: turn, revision: revision, now: now)
        case .recognitionFailed(let turn, let revision): failRecognition(turn: turn, revision: revision, now: now)
        case .prepared(let reply, let revision): takePrepared(reply, revision: revision)
        case .key(let key): takeKey(key, now: now)
        case .aside(let text, let speaker): takeAside(text, speaker: speaker)
        case .typed(let text): takeTyped(text, now: now)
        case .reply(let reply): takeReply(reply, now: now)
        case .replyFailed(let turn): failReply(turn: turn, now: now)
        case .announcement(let announcement): takeAnnouncement(announcement)
        case .callerJoined(let greeting): join(greeting: greeting, now: now)
        case .callerLeft(let mayReturn): leave(mayReturn: mayReturn, now: now)
        case .callerChanged: endOfTurn.reset()
        case .lineLost: loseLine(now: now)
        case .lineRestored: restoreLine(now: now)
        case .conclude(let farewell, let isForced): conclude(farewell, reason: .concluded, isForced: isForced)
        case .adopt(let numbers): adopt(numbers)
        case .say, .withdraw, .silence, .abandonAnswer, .holdTurns, .quiet, .answer: steer(event, now: now)
        }
    }

    /// New numbers hold from the next decision on.
    private mutating func adopt(_ numbers: TurnTaking) {
        turnTaking = numbers
        counter.profile = numbers.counts
    }

    /// Gives the floor, marks silence, reports a new state, and hands over the effects.
    mutating func settle(now: Instant) -> [Effect] {
        giveFloor(now: now)
        reportControlled()
        let current = presentState
        if current != state {
            state = current
            effects.append(.state(current))
        }
        guard !effects.isEmpty else { return [] }
        defer { effects = [] }
        return effects
    }

    /// Who may go on now: the graph, the agent, or silence.
    mutating func giveFloor(now: Instant) {
        commitWords(now: now)
        commitAside(now: now)
        if !counter.isSpeaking { letGo(now: now) }
        workAhead()
        speakNext(now: now)
        noteQuiet(now: now)
    }

    private var presentState: DialogueState {
        guard phase == .active else { return .idle }
        if speaking != nil { return .speaking }
        if counter.isSpeaking { return .listening }
        return question != nil || !pending.isEmpty ? .thinking : .listening
    }
}
