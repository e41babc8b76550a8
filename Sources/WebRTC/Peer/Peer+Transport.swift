import DequeModule
import ICE
import RTP
import SCTP
import Secure
package import Timing
package import Wire

// Datagrams and time in; the cascade that drains the engines.
extension Peer {
    /// Whether a datagram is a check that only the other end can have made: it is where the check came from.
    package func isAuthenticCheck(_ datagram: [UInt8]) -> Bool { ice.isAuthenticCheck(datagram) }

    /// Where the other end is, as long as it is heard from there.
    package var liveRemote: TransportAddress? { isClosed || isDisconnected ? nil : path?.remote }

    package mutating func handle(_ datagram: Datagram, now: Instant) {
        advance(to: now)
        guard !isClosed, let datagram = ice.unwrap(datagram, now: self.now) else { return }
        switch DatagramKind(datagram.payload) {
        case .stun: ice.handle(datagram, now: self.now)
        case .dtls: handleHandshake(datagram.payload)
        case .rtp: handleRTP(datagram.payload)
        case .rtcp: handleRTCP(datagram.payload)
        case .turnChannel, .unknown: counters.dropped += 1
        }
    }

    package mutating func handleTimeout(now: Instant) {
        advance(to: now)
        guard !isClosed else { return }
        if let due = ice.timeout, due <= self.now { ice.handleTimeout(now: self.now) }
        if let due = dtls?.timeout, due <= self.now { dtls?.handleTimeout(now: self.now) }
        if let due = sctp.timeout, due <= self.now { sctp.handleTimeout(now: self.now) }
        if let due = retransmissionTimeout, due <= self.now { askForMissing() }
        if let due = nextReport, due <= self.now { sendReports() }
    }

    /// Drains the engines: call until it yields `.timeout`.
    package mutating func pollOutput() -> PeerOutput {
        if outbox.isEmpty, !isClosed { drain() }
        return outbox.popFirst() ?? .timeout(nextTimeout())
    }

    private mutating func drain() {
        drainICE()
        drainHandshake()
        drainData()
        drainHandshake()
        // What was sent through a relay may have asked for leave first.
        drainICE()
    }

    /// Mutating only because an engine that cannot be copied must be borrowed exclusively.
    private mutating func nextTimeout() -> Instant? {
        guard !isClosed else { return nil }
        var soonest = Soonest<String>()
        soonest.consider(ice.timeout, "ICE")
        soonest.consider(dtls?.timeout, "DTLS")
        soonest.consider(sctp.timeout, "SCTP")
        soonest.consider(srtp == nil ? nil : retransmissionTimeout, "retransmission")
        soonest.consider(nextReport, "reports")
        return soonest.instant
    }

    private mutating func drainICE() {
        while let output = ice.pollOutput() {
            switch output {
            case .transmit(let datagram): outbox.append(.transmit(datagram))
            case .selected(let path): select(path)
            case .candidate(let candidate): tell(candidate)
            case .serverFailed(let error): outbox.append(.event(.serverFailed("\(error)")))
            case .gathered: break
            case .state(let state): follow(state)
            }
        }
        tellEnd()
    }

    private mutating func select(_ path: ICEPath) {
        let isFirst = self.path == nil
        self.path = path
        if isFirst { startHandshake() }
    }

    private mutating func follow(_ state: ICEState) {
        switch state {
        case .disconnected:
            isDisconnected = true
            outbox.append(.event(.disconnected))
        case .connected where isDisconnected:
            isDisconnected = false
            outbox.append(.event(.reconnected))
        case .failed: close(.connectivityLost)
        case .new, .checking, .connected: break
        }
    }

    /// Sends one payload on the selected path; while there is none, nothing can be sent and timers will repeat it.
    mutating func transmit(_ payload: [UInt8]) {
        guard let datagram = ice.envelope(payload, now: now) else { return }
        outbox.append(.transmit(datagram))
    }
}
