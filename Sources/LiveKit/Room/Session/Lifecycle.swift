import Timing

/// Where a room's connection stands, and what is tried when it is lost. It decides; the room acts.
///
///     idle → connect ─► connected ─► resume ──► connected
///                           └──────► restart ─► connected        … → closed
///
/// A session that worked is resumed once; when that fails, or for a loss that resuming cannot mend, the session is
/// started anew, after pauses that grow and are spread at random (as LiveKit's own clients do), and not for ever.
struct Lifecycle {
    /// What is being made.
    enum Attempt: Hashable {
        /// The first session.
        case connect
        /// The same session on a new socket, with an ICE restart.
        case resume
        /// A new session in the place of the lost one.
        case restart
    }

    /// How far an attempt is.
    enum Step: Hashable {
        /// Waiting to begin.
        case pausing
        /// The socket was asked for, or is open and silent.
        case opening
        /// The server has let us in; the media connection is being made or mended.
        case establishing
    }

    enum Phase: Hashable {
        case idle
        case attempting(Attempt, Step)
        case connected
        case closed
    }

    /// What a loss asks for.
    enum OnLoss: Hashable {
        /// Nothing new: the next attempt is waiting already, or all is over.
        case nothing
        case pause(before: Attempt)
        case giveUp
    }

    private(set) var phase = Phase.idle
    /// When the step has lasted too long, or the pause is over.
    private(set) var deadline: Instant?
    /// A server has let us in once: from then on it is worth more patience.
    private var hasJoined = false
    /// Attempts since the last session that worked.
    private var attempts = 0
    private var connectedAt: Instant?
    private let timings: RoomTimings

    init(_ timings: RoomTimings) {
        self.timings = timings
    }

    var isConnected: Bool { phase == .connected }
    var isClosed: Bool { phase == .closed }

    /// What is being attempted, in whatever step.
    var attempt: Attempt? {
        if case .attempting(let attempt, _) = phase { attempt } else { nil }
    }

    var step: Step? {
        if case .attempting(_, let step) = phase { step } else { nil }
    }

    /// The server listens to this session.
    var isListenedTo: Bool { phase == .connected || step == .establishing }

    /// The owner asks for a connection. Whether there is something to do.
    mutating func start() -> Bool {
        guard phase == .idle else { return false }
        phase = .attempting(.connect, .pausing)
        return true
    }

    /// The socket is asked for, again perhaps.
    mutating func open(now: Instant) {
        guard let attempt else { return }
        phase = .attempting(attempt, .opening)
        deadline = now + timings.join
    }

    /// The server's first message was the one awaited.
    mutating func enter(now: Instant) {
        guard let attempt else { return }
        hasJoined = true
        phase = .attempting(attempt, .establishing)
        deadline = now + timings.connect
    }

    /// Media and data flow.
    mutating func establish(now: Instant) {
        phase = .connected
        deadline = nil
        connectedAt = now
    }

    mutating func close() {
        phase = .closed
        deadline = nil
    }

    /// The connection, or the attempt to make one, has failed.
    /// - Parameter canResume: the session may still be there.
    mutating func lose(
        canResume: Bool, now: Instant, using random: inout some RandomNumberGenerator
    ) -> OnLoss {
        switch phase {
        case .idle, .closed, .attempting(_, .pausing): return .nothing
        case .attempting, .connected: break
        }
        if let connectedAt, connectedAt + timings.settled <= now { attempts = 0 }
        connectedAt = nil
        guard attempts < (hasJoined ? timings.attempts : timings.firstAttempts) else { return .giveUp }
        attempts += 1
        let resumes = canResume && phase == .connected && attempts == 1
        let next: Attempt = resumes ? .resume : hasJoined ? .restart : .connect
        phase = .attempting(next, .pausing)
        deadline = now + pause(using: &random)
        return .pause(before: next)
    }

    /// Uniform between nothing and a limit that doubles with every attempt.
    private func pause(using random: inout some RandomNumberGenerator) -> Duration {
        let limit = min(timings.firstPause * (1 << min(attempts - 1, 10)), timings.longestPause)
        return .nanoseconds(Int64.random(in: 0...limit.nanoseconds, using: &random))
    }
}
