package import Timing

extension ICEAgent {
    /// Begins a new generation (RFC 8445, section 9): new credentials here, and later new ones from the other end. The
    /// selected path stays in use, with consent asked for under the old credentials, until a new one is selected.
    package mutating func restart(credentials: ICECredentials, now: Instant) {
        formerCredentials = localCredentials
        localCredentials = credentials
        remoteCredentials = nil
        forgetRemote()
        if state == .failed || state == .disconnected { move(to: .checking) }
        gatherer.retry(now: now)
        gather(now: now)
        proceed(now: now)
    }

    /// Clears what belonged to the other end's generation, but not the path in use.
    mutating func forgetRemote() {
        remoteCandidates = []
        remoteHasEnded = false
        checkList.removeAll()
        hasConcluded = false
        isRecovering = false
        nominationDue = nil
        searchingSince = nil
    }
}
