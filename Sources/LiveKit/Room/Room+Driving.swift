import DequeModule
import Peer
package import Timing

// The two verbs: what happens goes in, what must be done comes out.
extension Room {
    package mutating func handle(_ input: RoomInput, now instant: Instant) {
        now = max(now, instant)
        guard phase != .closed else { return }
        switch input {
        case .signalOpened: break
        case .signal(let bytes): handleSignal(bytes)
        case .signalRefused(let status, let reason): handleRefusal(status: status, reason: reason)
        case .signalClosed(let reason): handleSignalLoss(reason)
        case .datagram(let datagram): peer?.handle(datagram, now: now)
        case .timeout: handleTimeouts()
        }
    }

    package mutating func pollOutput() -> RoomOutput {
        if outbox.isEmpty { drainPeer() }
        return outbox.popFirst() ?? .timeout(timeout)
    }

    private var timeout: Instant? {
        phase == .closed ? nil : deadlines(peerTimeout)
    }

    private func deadlines(_ peerTimeout: Instant?) -> Instant? {
        var soonest = Soonest<String>()
        soonest.consider(peerTimeout, "peer")
        soonest.consider(phaseDeadline, "phase")
        soonest.consider(answerDeadline, "answer")
        soonest.consider(pathDeadline, "path")
        soonest.consider(pings.next, "ping")
        soonest.consider(pings.expiry, "ping timeout")
        soonest.consider(dataDeadline, "data")
        return soonest.instant
    }

    private mutating func drainPeer() {
        guard peer != nil else { return }
        peerTimeout = nil
        while let output = peer?.pollOutput() {
            switch output {
            case .transmit(let datagram): outbox.append(.transmit(datagram))
            case .event(let event): handlePeer(event)
            case .timeout(let instant):
                peerTimeout = instant
                return
            }
        }
    }

    private mutating func handlePeer(_ event: PeerEvent) {
        switch event {
        case .connected: becomeConnectedIfReady()
        case .media(let mid, let packet):
            guard let track = trackByMid[mid] else { return }
            emit(.audio(trackID: track, packet))
        case .channelOpened: becomeConnectedIfReady()
        case .message(let label, let bytes): handleData(bytes, isReliable: label == Self.reliable)
        case .channelClosed: reconnect("a data channel was closed")
        case .disconnected: pathDeadline = now + configuration.timings.disconnected
        case .reconnected: pathDeadline = nil
        case .candidate, .candidatesEnded: break
        case .closed(let failure):
            reconnect(failure.map { "the media connection was lost: \($0)" } ?? "the media connection was closed")
        }
    }

    /// Connected means that sound and both kinds of data can flow.
    private mutating func becomeConnectedIfReady() {
        guard phase == .connecting, peer?.isConnected == true, peer?.isOpen(Self.reliable) == true,
            peer?.isOpen(Self.lossy) == true
        else { return }
        phase = .connected
        phaseDeadline = nil
        connectedAt = now
        emit(.connected)
    }

    private mutating func handleTimeouts() {
        if let due = phaseDeadline, due <= now { handlePhaseTimeout() }
        if let due = answerDeadline, due <= now { reconnect("the server did not answer an offer") }
        if let due = pathDeadline, due <= now { reconnect("the media path was lost") }
        if let due = pings.expiry, due <= now { reconnect("the server has gone silent") }
        if let due = pings.next, due <= now { sendPing() }
        if let due = dataDeadline, due <= now { handleDataTimeouts() }
        peer?.handleTimeout(now: now)
    }

    private mutating func handlePhaseTimeout() {
        switch phase {
        case .pausing: openSession()
        case .joining: reconnect("the server did not let us in, in time")
        case .connecting: reconnect("no media connection, in time")
        case .idle, .connected, .closed: phaseDeadline = nil
        }
    }
}
