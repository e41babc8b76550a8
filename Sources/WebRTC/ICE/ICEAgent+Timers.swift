package import Timing

extension ICEAgent {
    /// When `handleTimeout` has something to do; `nil` when only an input can change anything.
    package var timeout: Instant? { soonest.instant }

    /// Why, for logs and tests.
    package var timeoutReason: ICETimer? { soonest.reason }

    private var soonest: Soonest<ICETimer> {
        var soonest = Soonest<ICETimer>()
        considerPath(&soonest)
        soonest.consider(gatherer.timeout, .gathering)
        if state != .failed { soonest.consider(endOfPatience, .patience) }
        guard state != .failed, !isLite, remoteCredentials != nil else { return soonest }
        soonest.consider(checkList.nextDeadline, .retransmission)
        soonest.consider(nominationDue, .nomination)
        if checkList.next() != nil { soonest.consider(nextCheck, .pacing) }
        return soonest
    }

    private func considerPath(_ soonest: inout Soonest<ICETimer>) {
        guard let selected else { return }
        soonest.consider(selected.expiry, .expiry)
        if state == .connected { soonest.consider(selected.lastHeard + timings.silence, .silence) }
        if !isLite, selected.remoteCredentials != nil { soonest.consider(selected.nextRequest, .consent) }
    }

    /// Another path in the place of a doubtful one is looked for as long as there is consent.
    private var endOfPatience: Instant? {
        guard !isRecovering || selected == nil else { return nil }
        return searchingSince.map { $0 + (remoteHasEnded ? timings.patienceAfterEnd : timings.patience) }
    }

    /// Does what is due at `now`. Waking too early does nothing, waking late does each thing once.
    package mutating func handleTimeout(now: Instant) {
        gather(now: now)
        watchPath(now: now)
        askForConsent(now: now)
        guard state != .failed else { return }
        endSearch(now: now)
        proceed(now: now)
    }

    /// No path in time. After a restart, an old path that still works is kept.
    private mutating func endSearch(now: Instant) {
        guard let endOfPatience, endOfPatience <= now else { return }
        searchingSince = nil
        checkList.removeAll()
        checkList.conclude()
        nominationDue = nil
        hasConcluded = true
        isRecovering = false
        if selected == nil { fail() }
    }
}
