import TURN
package import Timing
package import Wire

// Servers, what they tell, and the datagrams that go through them.
extension ICEAgent {
    /// Adds a server whose name the driver has resolved. A lite agent needs none.
    package mutating func addServer(_ server: ICEServer, at address: TransportAddress, now: Instant) {
        guard !isLite else { return }
        gatherer.addServer(server, at: address, now: now)
        gather(now: now)
    }

    /// No more servers and addresses of this host will be named: `.gathered` follows when the last has answered.
    package mutating func endOfServers(now: Instant) {
        gatherer.hasEnded = true
        gather(now: now)
    }

    /// Does what gathering is due for.
    mutating func gather(now: Instant) {
        gatherer.handleTimeout(now: now)
        absorb(now: now)
    }

    mutating func absorb(now: Instant) {
        while let output = gatherer.pollOutput() {
            switch output {
            case .transmit(let datagram): emit(.transmit(datagram))
            case .gathered(let candidate): addGathered(candidate)
            case .lost(let address): loseRelayed(address, now: now)
            case .failed(let error):
                counters.failedServers += 1
                emit(.serverFailed(error))
            }
        }
        if gatherer.hasEnded, gatherer.isIdle, !hasGathered {
            hasGathered = true
            emit(.gathered)
        }
    }

    /// What another server has told, or the host has itself, is redundant (RFC 8445, section 5.1.3).
    private mutating func addGathered(_ candidate: Candidate) {
        guard localCandidates.count < Self.candidateLimit,
            !localCandidates.contains(where: { $0.address == candidate.address && $0.transport == candidate.transport })
        else { return }
        localCandidates.append(candidate)
        if isAllowed(candidate) { emit(.candidate(candidate)) }
        for remote in remoteCandidates { pair(candidate, remote) }
    }

    private mutating func loseRelayed(_ address: TransportAddress, now: Instant) {
        localCandidates.removeAll { $0.type == .relayed && $0.address == address }
        checkList.remove { $0.local.type == .relayed && $0.local.address == address }
        if let path = selected?.path, path.local == address, path.transport == .udp { losePath(now: now) }
    }

    /// What the other end may be told, with the username fragment, best first among what is known.
    package var announcedCandidates: [Candidate] {
        localCandidates.filter(isAllowed).map(announced)
    }

    /// As it is written for the other end: the policy hides where a relayed candidate is used from (RFC 8828).
    package func announced(_ candidate: Candidate) -> Candidate {
        var candidate = candidate
        if policy == .relay, let related = candidate.relatedAddress {
            let nobody: IPAddress = related.ip.isIPv6 ? .v6(high: 0, low: 0) : .v4(0)
            candidate.relatedAddress = TransportAddress(ip: nobody, port: 0)
        }
        candidate.extensions.append(CandidateExtension("ufrag", localCredentials.ufrag))
        return candidate
    }

    /// Whether the policy lets it be used and told.
    package func isAllowed(_ candidate: Candidate) -> Bool { policy == .all || candidate.type == .relayed }

    /// Restricts what may be used from now on, also for the path in use.
    package mutating func setTransportPolicy(_ policy: TransportPolicy, now: Instant) {
        guard policy != self.policy else { return }
        self.policy = policy
        gatherer.setRelayOnly(policy == .relay)
        switch policy {
        case .relay:
            checkList.remove { $0.local.type != .relayed }
            if let path = selected?.path, gatherer.relay(at: path.local) == nil { losePath(now: now) }
        case .all:
            for local in localCandidates { for remote in remoteCandidates { pair(local, remote) } }
        }
        absorb(now: now)
        proceed(now: now)
    }

    /// What arrived, without the message of a TURN server around it. `nil` when it was for the gathering itself.
    package mutating func unwrap(_ datagram: Datagram, now: Instant) -> Datagram? {
        guard !gatherer.isEmpty else { return datagram }
        switch gatherer.receive(datagram, now: now) {
        case .foreign: return datagram
        case .relayed(let inner): return inner
        case .consumed:
            absorb(now: now)
            proceed(now: now)
            return nil
        }
    }

    /// A datagram for the other end, as it goes out on the selected path; `nil` when there is none, or when a relay still
    /// waits for leave to send.
    package mutating func envelope(_ payload: [UInt8], now: Instant) -> Datagram? {
        selected.flatMap { envelope(payload, on: $0.path, now: now) }
    }

    private mutating func envelope(_ payload: [UInt8], on path: ICEPath, now: Instant) -> Datagram? {
        if path.transport == .udp, let index = gatherer.relay(at: path.local) {
            let datagram = gatherer.wrap(payload, index, for: path.remote, now: now)
            absorb(now: now)
            return datagram
        }
        return Datagram(local: path.local, remote: path.remote, transport: path.transport.network, payload: payload)
    }

    mutating func send(_ payload: [UInt8], on path: ICEPath, now: Instant) {
        if let datagram = envelope(payload, on: path, now: now) { emit(.transmit(datagram)) }
    }

    /// Gives allocations back. Drain afterwards.
    package mutating func close(now: Instant) {
        gatherer.close(now: now)
        absorb(now: now)
    }
}
