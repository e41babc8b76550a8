package import ICE
package import Timing
package import Wire

// Where this end can be reached and the other end is: addresses, servers, candidates, connections.
extension Peer {
    /// Adds an address with a UDP socket. From the same address a full end also opens TCP connections, to those who accept
    /// them. The preference orders addresses of this host; see `LocalPreference.ranked`.
    package mutating func addLocalAddress(_ address: TransportAddress, preference: UInt16, now: Instant) {
        advance(to: now)
        addLocal(.host(address, localPreference: preference))
        if configuration.mode == .full { addLocal(.activeTCP(address.ip, localPreference: preference)) }
    }

    /// Adds an address at which TCP connections are accepted (RFC 6544).
    package mutating func addPassiveAddress(_ address: TransportAddress, preference: UInt16, now: Instant) {
        advance(to: now)
        addLocal(.passiveTCP(address, localPreference: preference))
    }

    private mutating func addLocal(_ candidate: Candidate) {
        ice.addLocal(candidate, now: now)
        tell(candidate)
    }

    /// Adds a STUN or TURN server at the address that its name was resolved to, if need be several times. Its candidates
    /// come as `.candidate` events, and are in later descriptions.
    package mutating func addServer(_ server: ICEServer, at address: TransportAddress, now: Instant) {
        advance(to: now)
        guard !isClosed else { return }
        ice.addServer(server, at: address, now: self.now)
    }

    /// No more servers and local addresses will be added: `.candidatesEnded` follows when the last server has answered or
    /// was given up, at once when there is none.
    package mutating func endOfServers(now: Instant) {
        advance(to: now)
        ice.endOfServers(now: self.now)
    }

    /// Restricts what is used from now on. With `.relay`, nothing is sent to the other end but through a TURN server, and
    /// it is told of no other candidate; a direct path in use is given up.
    package mutating func setTransportPolicy(_ policy: TransportPolicy, now: Instant) {
        advance(to: now)
        ice.setTransportPolicy(policy, now: self.now)
    }

    /// A connection of this end has failed, ended or was closed: `transport`, `local` and `remote` as in the datagrams that
    /// went over it.
    package mutating func streamClosed(
        local: TransportAddress, remote: TransportAddress, transport: TransportProtocol, now: Instant
    ) {
        advance(to: now)
        guard !isClosed else { return }
        ice.streamClosed(local: local, remote: remote, transport: transport, now: self.now)
    }

    /// A candidate of the other end, as `candidate:…` text; an empty one ends them. One that cannot be used (mDNS,
    /// component 2, malformed) is counted and ignored.
    package mutating func addRemoteCandidate(_ text: String, now: Instant) {
        advance(to: now)
        guard !text.isEmpty else { return endOfRemoteCandidates(now: now) }
        guard let candidate = Candidate(text) else {
            counters.ignoredCandidates += 1
            return
        }
        ice.addRemote(candidate, now: self.now)
    }

    /// The other end has no more candidates for now.
    package mutating func endOfRemoteCandidates(now: Instant) {
        advance(to: now)
        ice.endOfCandidates(now: self.now)
    }

    /// What ICE counted, for logs.
    package var pathCounters: ICECounters { ice.counters }

    /// The path in use; relayed when its local address is none of this host's.
    package var selectedPath: ICEPath? { ice.selectedPath }

    /// Tells the owner of a candidate that no description has told the other end.
    mutating func tell(_ candidate: Candidate) {
        guard descriptionVersion > 0, !isClosed, ice.isAllowed(candidate) else { return }
        outbox.append(.event(.candidate(ice.announced(candidate).description)))
    }

    /// Once for every user name (RFC 8838, section 8.2), when a description has told it.
    mutating func tellEnd() {
        guard ice.hasGathered, descriptionVersion > 0, endedName != localCredentials.ufrag, !isClosed else { return }
        endedName = localCredentials.ufrag
        outbox.append(.event(.candidatesEnded))
    }

    /// Gives back what servers hold for this end.
    mutating func releaseTransport() {
        ice.close(now: now)
        while let output = ice.pollOutput() {
            if case .transmit(let datagram) = output { outbox.append(.transmit(datagram)) }
        }
    }
}
