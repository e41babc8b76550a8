import Contract
import ICE
import Wire

// The ways to the server that the server itself names, and the candidates found through them.
extension Room {
    /// Takes the STUN and TURN servers of a session, and what the server decides for this client.
    mutating func configure(servers: [Livekit_ICEServer], _ client: Livekit_ClientConfiguration) {
        allowsResuming = client.resumeConnection != .disabled
        if client.forceRelay == .enabled { peers?.setTransportPolicy(.relay, now: now) }
        let (located, names) = relays.take(servers)
        for name in names { outbox.append(.resolve(host: name)) }
        use(located)
    }

    mutating func handleResolution(of host: String, _ addresses: [IPAddress]) {
        use(relays.resolve(host, addresses))
    }

    private mutating func use(_ servers: [RelayServers.Located]) {
        for located in servers { peers?.addServer(located.server, at: located.address, now: now) }
        if relays.isSettled { peers?.endOfServers(now: now) }
    }

    // MARK: Candidates

    /// Tells the server of a way to one side, or that there are no more; those found before it listens are in the next
    /// description.
    mutating func trickle(_ candidate: String?, of side: PeerSide) {
        var trickle = Livekit_TrickleRequest()
        trickle.candidate = candidate ?? ""
        trickle.target = side.target
        trickle.final = candidate == nil
        signal(.trickle(trickle))
    }
}
