import STUN
import Timing
import Wire

// Consent to send on the selected path (RFC 7675), and noticing its silence.
extension ICEAgent {
    /// A fifth more or less, so that agents do not fall into step.
    mutating func jittered(_ interval: Duration) -> Duration {
        let share = Double(random.next() >> 11) / 9_007_199_254_740_992
        return interval * (0.8 + 0.4 * share)
    }

    mutating func askForConsent(now: Instant) {
        guard let path = selected, let remote = path.remoteCredentials, !isLite, path.nextRequest <= now else { return }
        let local = localCandidate(at: path.path.local, over: path.path.transport)
        // It nominates once more: a translator may have given this end another address, and then it is another pair there.
        let request = checkRequest(
            to: remote, from: path.localCredentials, priority: local?.peerReflexivePriority ?? 0,
            nominating: role == .controlling)
        if path.unanswered >= timings.doubt { doubtPath(now: now) }
        guard selected != nil else { return }
        let retry = jittered(timings.consentRetry)
        selected?.asked(request.transaction, as: role, now: now, retry: retry)
        send(request.serialized(key: remote.key), on: path.path, now: now)
    }

    mutating func receiveConsent(_ response: STUNMessage, now: Instant) {
        guard response.type == .success else {
            let isConflict = response.errorCode?.code == STUNErrorCode.roleConflict.code
            if isConflict, selected?.roleAsking(response.transaction) == role { switchRole() }
            return
        }
        let (expiry, interval) = (timings.consentExpiry, jittered(timings.consentInterval))
        selected?.answered(now: now, expiry: expiry, interval: interval)
        trustPath()
        recover()
    }

    /// An authentic check of the other end arrived here.
    mutating func noteHeard(on path: ICEPath, now: Instant) {
        guard selected?.path == path else { return }
        let expiry = isLite ? timings.consentExpiry : nil
        selected?.heard(now: now, renewing: expiry)
        recover()
    }

    /// The path in use works: also when a restart is looking for another one.
    private mutating func recover() {
        if state == .disconnected || state == .checking { move(to: .connected) }
    }

    /// The end of consent, and silence before it.
    mutating func watchPath(now: Instant) {
        guard let path = selected else { return }
        if path.expiry <= now {
            selected = nil
            if state == .connected { move(to: .disconnected) }
            if hasConcluded || isRecovering { fail() } else { move(to: .checking) }
        } else if state == .connected, path.lastHeard + timings.silence <= now {
            move(to: .disconnected)
            doubtPath(now: now)
        }
    }

    /// Gives up: nothing is awaited any more.
    mutating func fail() {
        checkList.removeAll()
        nominationDue = nil
        searchingSince = nil
        isRecovering = false
        move(to: .failed)
    }
}
