import Timing

/// The caller's part of a call: when to say which line, and how fast the agent answered.
///
/// A value in virtual time. Its driver tells it what arrives, asks for a frame every 20 ms, and drains the events. What it
/// measures is what a caller notices: loud frames sent against loud packets received.
///
/// Laws: every wait has a deadline; nothing is said after `ended`; `ended` is the last event.
struct CallScript: Sendable {
    enum Phase: Hashable, Sendable {
        case joining(until: Instant)
        case waitingForAgent(until: Instant)
        /// The agent is there and may say its first words.
        case greeting(until: Instant)
        case speaking
        case awaitingAnswer(until: Instant)
        /// The answer to the line has begun.
        case listening(since: Instant)
        case lingering(until: Instant)
        case over
    }

    let lines: [ScriptLine]
    let timings: CallTimings
    var phase: Phase
    var events: [CallEvent] = []
    var answered = 0

    // The caller.
    var line = 0
    var frame = 0
    /// First and last loud frame of the line.
    var onset: Instant?
    var lastSpoken: Instant?

    // The agent.
    var agent: String?
    /// What it says of itself: `listening`, `thinking`, `speaking` …
    var agentState: String?
    var voice = AgentVoice()
    /// When its sound at hand, or its last, began.
    var lastStarted: Instant?
    /// When words of it last came to their end.
    var lastWords: Instant?
    /// The agent's connection broke: until when it may come back.
    var agentReturnsBy: Instant?
    /// When the caller began to talk over the sound at hand.
    var bargeOnset: Instant?

    init(_ lines: [ScriptLine], timings: CallTimings, now: Instant) {
        self.lines = lines
        self.timings = timings
        phase = .joining(until: now + timings.joining)
    }

    var isOver: Bool { phase == .over }

    /// Whether every line was said and answered.
    var isComplete: Bool { answered == lines.count }

    mutating func pollEvent() -> CallEvent? {
        events.isEmpty ? nil : events.removeFirst()
    }

    /// The next 20 ms of the caller's voice; `nil` is silence, which is sent as well.
    mutating func nextFrame(now: Instant) -> [Int16]? {
        advance(now)
        guard phase == .speaking else { return nil }
        return speak(now)
    }

    mutating func end(_ ending: CallEnding, now: Instant) {
        guard !isOver else { return }
        fallSilent(now)
        phase = .over
        events.append(.ended(ending, answered: answered, lines: lines.count))
    }
}
