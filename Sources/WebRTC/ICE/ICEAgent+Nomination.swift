import Timing
import Wire

// Regular nomination (RFC 8445, section 8.1): the controlling end waits a moment for better pairs, then names one.
extension ICEAgent {
    /// The best pair known to work.
    private var bestValid: Int? { checkList.pairs.firstIndex { $0.state == .succeeded } }

    private var isNominating: Bool { checkList.pairs.contains { $0.check?.nominates == true } }

    /// Nominates the best valid pair, at once when no better one is open, else when the delay is over.
    mutating func nominateIfDue(now: Instant) {
        guard role == .controlling, !hasConcluded, !isNominating, let best = bestValid else {
            nominationDue = nil
            return
        }
        // A path in use that is in doubt may answer after all, and is better left alone then.
        let isPatient = !checkList[best].isDirect || selected != nil && isRecovering
        let due = now + (isPatient ? timings.indirectNominationDelay : timings.nominationDelay)
        let soonest = min(due, nominationDue ?? due)
        let isBetterOneOpen = checkList.pairs[..<best].contains(where: \.isOpen)
        guard !isBetterOneOpen || soonest <= now else {
            nominationDue = soonest
            return
        }
        nominationDue = nil
        startCheck(best, nominating: true, now: now)
    }

    /// The other end names a pair with USE-CANDIDATE.
    mutating func nominated(_ index: Int, now: Instant) {
        guard role == .controlled else { return }
        guard checkList[index].state == .succeeded || isLite else {
            checkList[index].isWanted = true
            return
        }
        let pair = checkList[index]
        if let selected, hasConcluded, selected.path != pair.path {
            // A peer that nominates every pair it checks means the best; one whose path went silent means the latest.
            let isSilent = now - selected.lastHeard >= Self.switchingSilence
            guard isSilent || pair.priority(as: role) >= selected.priority else { return }
        }
        select(index, now: now)
    }

    /// How long a nominated path may be silent before a worse one can take its place.
    private static let switchingSilence = Duration.seconds(3)

    /// From now on this pair is the path.
    mutating func select(_ index: Int, now: Instant) {
        let pair = checkList[index]
        if isRecovering, selected?.path != pair.path { counters.recoveries += 1 }
        if selected?.path != pair.path || !hasConcluded {
            selected = SelectedPath(
                pair.path, localCredentials: localCredentials, remoteCredentials: remoteCredentials,
                priority: pair.priority(as: role), selectedAt: now, expiry: timings.consentExpiry,
                interval: jittered(timings.consentInterval))
            emit(.selected(pair.path))
            gatherer.bind(pair.path, now: now)
            absorb(now: now)
        }
        isRecovering = false
        hasConcluded = true
        searchingSince = nil
        nominationDue = nil
        checkList.conclude()
        move(to: .connected)
    }
}
