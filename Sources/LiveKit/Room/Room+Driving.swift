import Contract
import DequeModule
import Peer
package import Timing

// The two verbs: what happens goes in, what must be done comes out.
extension Room {
    package mutating func handle(_ input: RoomInput, now instant: Instant) {
        advance(to: instant)
        guard !isClosed else { return }
        switch input {
        case .signalOpened: break
        case .signal(let bytes): handleSignal(bytes)
        case .signalRefused(let status, let reason): handleRefusal(status: status, reason: reason)
        case .signalClosed(let reason):
            lose(.resume(.rrSignalDisconnected), "the signalling connection was lost: \(reason)")
        case .socketsBound(let addresses): handleSockets(addresses)
        case .resolved(let host, let addresses): handleResolution(of: host, addresses)
        case .datagram(let datagram): peers?.handle(datagram, now: now)
        case .streamClosed(let local, let remote, let transport):
            peers?.streamClosed(local: local, remote: remote, transport: transport, now: now)
        case .timeout: handleTimeouts()
        }
    }

    package mutating func pollOutput() -> RoomOutput {
        if outbox.isEmpty { drainPeers() }
        return outbox.popFirst() ?? .timeout(timeout)
    }

    private var timeout: Instant? {
        guard !isClosed else { return nil }
        var soonest = Soonest<String>()
        soonest.consider(peers?.nextTimeout(), "peers")
        soonest.consider(lifecycle.deadline, "attempt")
        soonest.consider(negotiation.deadline, "answer")
        soonest.consider(pathDeadline, "path")
        soonest.consider(mediaEnd?.deadline, "end of media")
        soonest.consider(pings.next, "ping")
        soonest.consider(pings.expiry, "ping timeout")
        soonest.consider(requests.deadline, "request")
        soonest.consider(dataDeadline, "data")
        return soonest.instant
    }

    private mutating func drainPeers() {
        for side in PeerSide.allCases { drain(side) }
    }

    private mutating func drain(_ side: PeerSide) {
        while let output = peers?.pollOutput(of: side) {
            switch output {
            case .transmit(let datagram): outbox.append(.transmit(datagram))
            case .event(let event): handle(event, of: side)
            case .timeout: return
            }
        }
    }

    private mutating func handle(_ event: PeerEvent, of side: PeerSide) {
        switch event {
        case .connected, .channelOpened: proceedWhenReady()
        case .media(let mid, let packet):
            guard side == peers?.receivingSide, let track = trackByMid[mid] else { return }
            emit(.audio(trackID: track, packet))
        case .message(let label, let bytes): handleData(bytes, isReliable: label == Peers.reliable)
        case .channelClosed: if side == .publisher { awaitReason(of: "a data channel was closed") }
        case .disconnected: watchPath()
        case .reconnected:
            if peers?.isAlive == true { pathDeadline = nil }
            proceedWhenReady()
        case .candidate(let candidate): trickle(candidate, of: side)
        case .candidatesEnded: trickle(nil, of: side)
        case .serverFailed(let reason): emit(.serverFailed(reason))
        case .lossReported(let mid, let fraction):
            guard side == .publisher, let track = localTracks.first(where: { $0.mid == mid }) else { return }
            emit(.lossReported(cid: track.cid, fraction: fraction))
        case .closed(.closedByRemote): awaitReason(of: "the media connection was closed")
        case .closed(let failure):
            lose(
                .restart,
                failure.map { "the media connection was lost: \($0)" } ?? "the media connection was closed")
        }
    }

    private mutating func handleTimeouts() {
        if let due = lifecycle.deadline, due <= now { handleLifecycleTimeout() }
        if let due = negotiation.deadline, due <= now { lose(.restart, "the server did not answer an offer") }
        if let due = pathDeadline, due <= now { losePath() }
        if let mediaEnd, mediaEnd.deadline <= now { lose(.restart, mediaEnd.reason) }
        if let due = pings.expiry, due <= now {
            lose(.resume(.rrSignalDisconnected), "the server has gone silent")
        }
        if let due = pings.next, due <= now { sendPing() }
        if let due = requests.deadline, due <= now { expireRequests() }
        if let due = dataDeadline, due <= now { handleDataTimeouts() }
        peers?.handleTimeout(now: now)
    }

    /// The server has ended the media connection. Why, it says on the socket, which datagrams overtake: whoever was removed
    /// must not come back because of that.
    private mutating func awaitReason(of end: String) {
        guard lifecycle.isConnected else { return lose(.restart, end) }
        if mediaEnd == nil { mediaEnd = (now + configuration.timings.reason, end) }
    }

    /// An attempt has its own deadline.
    private mutating func watchPath() {
        guard lifecycle.isConnected else { return }
        pathDeadline = pathDeadline ?? now + configuration.timings.disconnected
    }

    private mutating func losePath() {
        pathDeadline = nil
        let isUplink = peers?.publisher.liveRemote == nil
        lose(.resume(isUplink ? .rrPublisherFailed : .rrSubscriberFailed), "the media path was lost")
    }

    private mutating func handleLifecycleTimeout() {
        switch lifecycle.step {
        case .pausing: open()
        case .opening: lose(.restart, "the server did not let us in, in time")
        case .establishing: lose(.restart, "no media connection, in time")
        case nil: break
        }
    }
}
