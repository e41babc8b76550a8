import Timing

/// When the agent sounds, told from its packets as they arrive.
struct AgentVoice: Hashable, Sendable {
    enum Change: Hashable, Sendable {
        case started(Instant)
        /// The instant of the last loud packet.
        case stopped(began: Instant, lastLoud: Instant)
    }

    /// When the sound at hand began; `nil` in silence.
    private(set) var began: Instant?
    /// The last loud packet ever.
    private(set) var lastLoud: Instant?

    /// A loud packet came. A sound that paused for `gap` or longer is over, and this is the next.
    mutating func sound(now: Instant, gap: Duration) -> [Change] {
        var changes = [rest(now: now, pause: gap)].compactMap { $0 }
        if began == nil {
            began = now
            changes.append(.started(now))
        }
        lastLoud = now
        return changes
    }

    /// Time passed: after a pause the sound is over.
    mutating func rest(now: Instant, pause: Duration) -> Change? {
        guard let began, let lastLoud, now - lastLoud >= pause else { return nil }
        self.began = nil
        return .stopped(began: began, lastLoud: lastLoud)
    }
}
