import STUN
import Timing
import Wire

// Sending checks: whose turn it is, sending again, giving up.
extension ICEAgent {
    /// Does what is due: begins to search, sends again, nominates, and sends the next check if the pacing allows.
    mutating func proceed(now: Instant) {
        guard state != .failed, !isLite, remoteCredentials != nil else { return }
        checkList.wake(now: now)
        beginSearch(now: now)
        retransmit(now: now)
        nominateIfDue(now: now)
        guard nextCheck <= now, let index = checkList.next() else { return }
        startCheck(index, nominating: false, now: now)
        nextCheck = now + timings.pacing
    }

    /// Patience begins with the first pair to try.
    private mutating func beginSearch(now: Instant) {
        guard searchingSince == nil, !hasConcluded, !checkList.pairs.isEmpty else { return }
        searchingSince = now
        if state == .new { move(to: .checking) }
    }

    mutating func startCheck(_ index: Int, nominating: Bool, now: Instant) {
        guard let remote = remoteCredentials else { return }
        let request = checkRequest(
            to: remote, from: localCredentials, priority: checkList[index].local.peerReflexivePriority,
            nominating: nominating)
        let wait = checkList[index].isStream ? timings.streamCheck : timings.initialRetransmission
        let check = Check(request, key: remote.key, role: role, sentAt: now, wait: wait)
        checkList.start(index, check)
        send(check.payload, on: checkList[index].path, now: now)
    }

    /// A Binding request as RFC 8445, section 7.1, makes it.
    mutating func checkRequest(
        to remote: ICECredentials, from local: ICECredentials, priority: UInt32, nominating: Bool
    ) -> STUNMessage {
        var attributes: [STUNAttribute] = [.username("\(remote.ufrag):\(local.ufrag)"), .priority(priority)]
        attributes.append(role == .controlling ? .iceControlling(tieBreaker) : .iceControlled(tieBreaker))
        if nominating { attributes.append(.useCandidate) }
        return STUNMessage(.request, transaction: newTransaction(), attributes: attributes)
    }

    /// Sends again what is due, and fails what was sent often enough.
    private mutating func retransmit(now: Instant) {
        for index in checkList.pairs.indices {
            guard let check = checkList[index].check, check.deadline <= now else { continue }
            if check.sent < (checkList[index].isStream ? 1 : timings.transmissions) {
                let longest = timings.longestRetransmission
                checkList[index].check?.resent(now: now, longest: longest)
                send(check.payload, on: checkList[index].path, now: now)
            } else {
                checkList.fail(index)
            }
        }
        retryIfAllFailed()
    }

    /// Until patience ends, a pair that failed may work after all: its datagrams may only have been unlucky.
    private mutating func retryIfAllFailed() {
        guard !hasConcluded, checkList.pairs.allSatisfy({ $0.state == .failed }) else { return }
        checkList.retryFailed()
    }
}
