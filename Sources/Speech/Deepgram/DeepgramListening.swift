import Timing

/// What becomes of one call's sound at Deepgram's `listen` endpoint: the connection, the utterance at hand, and its end.
///
/// A core: no socket and no clock. Positions are samples from the connection's first, which is how Deepgram counts too.
struct DeepgramListening {
    enum Input: Hashable {
        /// Connects before anybody speaks.
        case prepare
        case samples([Int16])
        /// Ends the utterance; the number tells one finish from the next.
        case finish(Int)
        /// Forgets the utterance.
        case restart
        case opened
        case message(SocketMessage)
        case lost(SpeechError)
        /// Time has passed.
        case tick
    }

    enum Output: Hashable {
        case dial
        case hangUp
        case send(SocketMessage)
        case hear(Hypothesis)
        case finished(Int, Result<Transcript, SpeechError>)
    }

    enum Link: Hashable {
        case down
        /// Broken; made again at this instant.
        case resting(until: Instant)
        case dialing
        case open
        /// Broken too often, or refused for good; the next utterance tries again.
        case givenUp(SpeechError)
    }

    struct Finish: Hashable {
        let number: Int
        let deadline: Instant
        /// When Deepgram was asked for the rest; `nil` while there is no connection.
        var finalizedAt: Instant?
    }

    /// Connections tried in a row before giving up.
    static let attempts = 5
    /// Deepgram cuts a connection on which it hears nothing for ten seconds.
    static let silence: Duration = .seconds(4)
    /// Deepgram need not answer `Finalize` when it has nothing left; without an open hypothesis this is long enough to wait.
    static let patience: Duration = .milliseconds(600)
    /// What is kept for a new connection, in samples; the oldest is dropped beyond it.
    static let longestReplay = 60 * 16_000

    /// For the words after the end of an utterance.
    let timeout: Duration
    /// 0…1: spreads the attempts of many streams over time.
    let luck: Double

    var link = Link.down
    var failures = 0
    /// Samples sent on this connection.
    var sent = 0
    var lastSentAt: Instant?
    /// Messages of this connection that were no messages of this protocol.
    var nonsense = 0

    /// Where the utterance at hand begins: what Deepgram says of sound before is of no interest.
    var utteranceStart = 0
    /// The utterance's sound that is not final, and where it begins.
    var kept: [Int16] = []
    var keptStart = 0
    var hasSound = false
    var finals: [DeepgramResult] = []
    /// What Deepgram makes of the sound after the finals.
    var interim = ""
    var finishing: Finish?

    init(timeout: Duration, luck: Double = 0) {
        self.timeout = timeout
        self.luck = luck
    }

    mutating func handle(_ input: Input, now: Instant) -> [Output] {
        switch input {
        case .prepare: link == .down ? dial() : []
        case .samples(let samples): hear(samples, now: now)
        case .finish(let number): finish(number, now: now)
        case .restart: restart(now: now)
        case .opened: opened(now: now)
        case .message(.text(let text)): read(text, now: now)
        case .message(.binary): garbled(now: now)
        case .lost(let error): lost(error, now: now)
        case .tick: elapsed(now: now)
        }
    }

    /// When to tell the time next.
    var nextDeadline: Instant? {
        var deadlines: [Instant] = []
        if case .resting(let until) = link { deadlines.append(until) }
        if case .open = link, let lastSentAt { deadlines.append(lastSentAt + Self.silence) }
        if let finishing {
            deadlines.append(finishing.deadline)
            if let asked = finishing.finalizedAt, interim.isEmpty { deadlines.append(asked + Self.patience) }
        }
        return deadlines.min()
    }

    /// All words of the utterance so far.
    var words: String {
        (finals.map(\.text) + [interim]).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
