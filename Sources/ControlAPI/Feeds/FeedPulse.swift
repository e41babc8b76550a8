package import Timing

/// When a feed speaks although nothing happens, and when it gives up: the timers of one connection.
package struct FeedPulse: Hashable, Sendable {
    /// What is due.
    package enum Beat: Hashable, Sendable {
        /// Nothing was sent for long.
        case heartbeat
        /// A ping of RFC 6455.
        case ping
        /// The client's token runs out soon.
        case warnOfExpiry
        /// To look whether the client may still see what it sees.
        case review
        /// To renew the leases the client holds.
        case renewLeases
        case end(FeedEnding)
    }

    private let timings: FeedTimings
    /// Whether the client can speak: over SSE nobody hears it, and it is neither pinged nor given up for silence.
    private let isInteractive: Bool
    private var sent: Instant
    private var heard: Instant
    private var pinged: Instant
    private var reviewed: Instant
    private var renewed: Instant
    private var fullSince: Instant?
    private var expiry: Instant?
    private var isWarned = false
    private var endsAt: Instant?

    package init(_ timings: FeedTimings, isInteractive: Bool, now: Instant) {
        self.timings = timings
        self.isInteractive = isInteractive
        (sent, heard, pinged, reviewed, renewed) = (now, now, now, now, now)
    }

    /// Something was written to the client.
    package mutating func sent(now: Instant) { sent = now }

    /// The client said something.
    package mutating func heard(now: Instant) { heard = now }

    /// The client's connection takes no more, or takes more again.
    package mutating func full(_ isFull: Bool, now: Instant) {
        fullSince = isFull ? fullSince ?? now : nil
    }

    /// The client's proof of who it is holds until then; `nil`: for ever.
    package mutating func holds(until expiry: Instant?) {
        self.expiry = expiry
        isWarned = false
    }

    /// The session is over, or one more event of it came after its end.
    package mutating func over(now: Instant) { endsAt = now + timings.linger }

    /// Whether the feed waits for the last events of a session that is over.
    package var isOver: Bool { endsAt != nil }

    /// When `due` is to be asked again.
    package var next: Instant {
        var next = min(sent + timings.heartbeat, reviewed + timings.review, renewed + timings.renewal)
        if isInteractive { next = min(next, pinged + timings.ping, heard + timings.silence) }
        if let fullSince { next = min(next, fullSince + timings.writePatience) }
        if let expiry { next = min(next, isWarned ? expiry : expiry - timings.warning) }
        if let endsAt { next = min(next, endsAt) }
        return next
    }

    /// Everything that is due, each once.
    package mutating func due(now: Instant) -> [Beat] {
        if let ending = ending(now) { return [.end(ending)] }
        var beats: [Beat] = []
        if now >= sent + timings.heartbeat {
            sent = now
            beats.append(.heartbeat)
        }
        if isInteractive, now >= pinged + timings.ping {
            pinged = now
            beats.append(.ping)
        }
        if let expiry, !isWarned, now >= expiry - timings.warning {
            isWarned = true
            beats.append(.warnOfExpiry)
        }
        if now >= reviewed + timings.review {
            reviewed = now
            beats.append(.review)
        }
        if now >= renewed + timings.renewal {
            renewed = now
            beats.append(.renewLeases)
        }
        return beats
    }

    private func ending(_ now: Instant) -> FeedEnding? {
        if let fullSince, now >= fullSince + timings.writePatience { return .tooSlow }
        if let expiry, now >= expiry { return .unauthenticated }
        if isInteractive, now >= heard + timings.silence { return .silent }
        if let endsAt, now >= endsAt { return .ended }
        return nil
    }
}
