import Contract
import Peer
package import Timing
import Wire

// Sessions: opening one, being let in or not, ending.
extension Room {
    /// Starts joining. Tracks published before this are part of the first offer.
    package mutating func connect(now instant: Instant) {
        advance(to: instant)
        guard lifecycle.start() else { return }
        open()
    }

    /// Leaves for good: says so to the server, and ends.
    package mutating func leave(now instant: Instant) {
        advance(to: instant)
        guard !isClosed else { return }
        if lifecycle.isListenedTo {
            var leave = Livekit_LeaveRequest()
            leave.reason = .clientInitiated
            leave.action = .disconnect
            signal(.leave(leave))
        }
        finish(nil)
    }

    mutating func finish(_ failure: RoomFailure?) {
        guard !isClosed else { return }
        sayGoodbye()
        forgetPeers()
        abandonData()
        lifecycle.close()
        outbox.append(.closeSignal)
        emit(.disconnected(failure))
    }

    /// Ends the media connection, so that the others hear of it at once.
    private mutating func sayGoodbye() {
        peers?.close(now: now)
        for side in PeerSide.allCases {
            while let output = peers?.pollOutput(of: side) {
                if case .transmit(let datagram) = output { outbox.append(.transmit(datagram)) }
                if case .timeout = output { break }
            }
        }
    }

    // MARK: Opening

    /// Begins the attempt whose time has come.
    mutating func open() {
        lifecycle.open(now: now)
        guard lifecycle.attempt != .resume else { return openSignal(session: resumedSession) }
        guard topology == .single || !subscriberAddresses.isEmpty else { return outbox.append(.bindSockets) }
        makePeers()
    }

    mutating func handleSockets(_ addresses: [TransportAddress]) {
        guard subscriberAddresses.isEmpty, lifecycle.step == .opening, peers == nil else { return }
        guard !addresses.isEmpty else { return lose(.restart, "there are no sockets for a second media connection") }
        subscriberAddresses = addresses
        makePeers()
    }

    /// Fresh peer connections. The single topology offers right away, in the request itself.
    private mutating func makePeers() {
        let parts = PeerParts(configuration, subscriberAddresses: subscriberAddresses, random: &random)
        peers = Peers(topology, of: parts, now: now)
        var request = newSession
        if topology == .single {
            let waiting = addLateTracks()
            guard let offer = makeOffer() else { return }
            (request.offer, request.tracks) = (offer, waiting)
        }
        openSignal(session: request)
    }

    private var newSession: SessionRequest {
        SessionRequest(
            clientVersion: configuration.clientVersion,
            subscribesAutomatically: configuration.subscribesAutomatically)
    }

    private var resumedSession: SessionRequest {
        var request = newSession
        request.resumed = SessionRequest.Resumed(
            participantSID: joined?.participantSID ?? "", reason: resumption.reason)
        return request
    }

    private mutating func openSignal(session: SessionRequest) {
        outbox.append(.openSignal(path: topology.path, query: session.query(for: topology), token: token))
    }

    // MARK: Let in, or not

    /// The server has made a session for us.
    mutating func enter(_ join: Livekit_JoinResponse) {
        lifecycle.enter(now: now)
        isTopologyKnown = true
        peers?.subscriberIsPrimary = topology == .dual && join.subscriberPrimary
        pings.start(interval: join.pingInterval, patience: join.pingTimeout, now: now)
        configure(servers: join.iceServers, join.clientConfiguration)
        let room = JoinedRoom(join.room, as: join.participant, serverVersion: join.serverVersionText)
        joined = room
        own = Participant(join.participant)
        emit(.joined(room))
        replaceParticipants(by: join.otherParticipants)
        renewSubscriptions()
        flushRequests()
        publishLateTracks()
        // In the dual topology the publisher offers even before there is sound: it carries the data channels.
        if topology == .dual, !negotiation.isOutstanding { negotiate() }
    }

    /// The WebSocket was refused. Its status and body say why: a server makes the same checks as at `/rtc/validate`, so
    /// that asking there would tell nothing new.
    mutating func handleRefusal(status: Int?, reason: String) {
        guard lifecycle.step == .opening else { return }
        let text = status.map { "HTTP \($0): \(reason)" } ?? reason
        guard lifecycle.attempt != .resume else { return lose(.restart, text) }
        switch status {
        case 400: finish(.badRequest(reason))
        case 401, 403: finish(.unauthorized(reason))
        case 404 where reason.contains("requested room does not exist"): finish(.roomNotFound(reason))
        case 404 where !isTopologyKnown: fallBack()
        case 404 where joined == nil: finish(.serverTooOld)
        default: lose(.restart, text)
        }
    }

    /// The server lacks the single topology.
    private mutating func fallBack() {
        (topology, isTopologyKnown) = (.dual, true)
        dropPeers()
        open()
    }

    /// The server ends the session, or wants it made anew.
    mutating func handleLeave(_ leave: Livekit_LeaveRequest) {
        switch leave.action {
        case .resume: lose(.resume(.rrSignalDisconnected), "the server asks to resume the session")
        case .reconnect: lose(.restart, "the server asks to connect anew")
        // Before version 13 of the protocol there was no action, only this.
        case _ where leave.canReconnect: lose(.restart, "the server asks to connect anew")
        default: finish(RoomFailure(leave.reason))
        }
    }

    /// The room goes on as another one: what is connected stays.
    mutating func handleMove(_ moved: Livekit_RoomMovedResponse) {
        renew(moved.token)
        let room = JoinedRoom(moved.room, as: moved.participant, serverVersion: joined?.serverVersion ?? "")
        joined = room
        own = Participant(moved.participant)
        emit(.moved(room))
        replaceParticipants(by: moved.otherParticipants)
    }
}

extension Livekit_JoinResponse {
    /// Older servers say it in a field of its own.
    fileprivate var serverVersionText: String { serverInfo.version.isEmpty ? serverVersion : serverInfo.version }
}
