import Timing

/// A chunk that was given a TSN and is not covered by the cumulative acknowledgement yet.
struct SentChunk: Sendable {
    /// What is known about it.
    enum Fate: Sendable {
        /// Sent, nothing heard; counted as in flight.
        case inFlight
        /// Missing; to be sent again.
        case lost
        /// Reported received, beyond a gap.
        case received
        /// Given up: the other end is told to skip it.
        case abandoned
    }

    var chunk: DataChunk
    var messageID: UInt64
    var reliability: Reliability
    var accepted: Instant
    var fate: Fate = .inFlight
    var transmissions = 1
    /// SACKs that acknowledged something newer.
    var missingReports = 0

    /// Whether its message may be sent once more.
    func mayBeSentAgain(now: Instant) -> Bool {
        reliability.permits(transmissions: transmissions, accepted: accepted, now: now)
    }
}
