package import Timing
package import Wire

// Another path in the place of one that is silent or gone, without a restart.
extension ICEAgent {
    /// The selected path does not answer: while it stays in use, everything is checked again, and the controlling end
    /// nominates the first that works; the other end's checks open the translators on its side. TURN servers are asked
    /// whether they have forgotten this end.
    mutating func doubtPath(now: Instant) {
        guard !isLite, hasConcluded, selected != nil else { return }
        gatherer.probe(now: now)
        absorb(now: now)
        guard selected != nil, checkList.pairs.count > 1 || gatherer.hasRelays else { return }
        search(now: now)
    }

    /// The selected path is gone: its connection has ended, its relay is lost, or the policy forbids it.
    mutating func losePath(now: Instant) {
        guard selected != nil else { return }
        selected = nil
        if state == .connected { move(to: .disconnected) }
        if hasConcluded || isRecovering { search(now: now) }
    }

    private mutating func search(now: Instant) {
        isRecovering = true
        hasConcluded = false
        searchingSince = now
        nominationDue = nil
        checkList.reopen()
    }

    /// The path answers after all: the search for another one ends. To hear the other end is not enough, since it may not
    /// hear this one.
    mutating func trustPath() {
        guard isRecovering, selected != nil else { return }
        isRecovering = false
        hasConcluded = true
        searchingSince = nil
        nominationDue = nil
        checkList.conclude()
    }

    /// A connection has failed or ended, to the other end or to a TURN server. Its pairs have failed at once; one that
    /// this end opened may be opened again.
    package mutating func streamClosed(
        local: TransportAddress, remote: TransportAddress, transport: TransportProtocol, now: Instant
    ) {
        switch transport {
        case .udp: return
        case .turnTCP, .turnTLS: gatherer.streamClosed(local, remote, now: now)
        case .tcp: connectionClosed(ICEPath(local: local, remote: remote, transport: .tcp), now: now)
        }
        absorb(now: now)
        proceed(now: now)
    }

    private mutating func connectionClosed(_ path: ICEPath, now: Instant) {
        if let index = checkList.index(on: path) {
            if checkList[index].local.tcpType == .passive {
                // Nobody can be reached there any more.
                remoteCandidates.removeAll { $0.transport == .tcp && $0.address == path.remote }
                checkList.remove { $0.path == path }
            } else {
                checkList.streamEnded(index, now: now)
            }
        }
        if selected?.path == path { losePath(now: now) }
    }
}
