import Contract
import Peer
import SwiftProtobuf
import Timing

// What becomes of a lost connection: the same session again, or a new one.
extension Room {
    /// The connection, or the attempt to make one, has failed.
    mutating func lose(_ remedy: Remedy, _ reason: String) {
        var canResume = false
        if case .resume(let cause) = remedy, mayResume {
            canResume = true
            resumption = Resumption(reason: cause)
        }
        switch lifecycle.lose(canResume: canResume, now: now, using: &random) {
        case .nothing: return
        case .giveUp: return finish(.unreachable(reason))
        case .pause(before: .resume): suspend()
        case .pause: abandonSession()
        }
        emit(.reconnecting(reason: reason))
    }

    /// A session can go on only when both ends agree on what it is: everything we publish is acknowledged, or was not
    /// asked for yet.
    private var mayResume: Bool {
        allowsResuming && joined != nil && peers != nil && mediaEnd == nil
            && localTracks.allSatisfy { $0.mid == nil || $0.info != nil }
    }

    /// The socket is gone, the session is not: sound and data go on as long as their path works.
    private mutating func suspend() {
        outbox.append(.closeSignal)
        pings.pause()
        negotiation.withdraw()
        (pathDeadline, mediaEnd) = (nil, nil)
    }

    /// Drops the session without a word: who comes back has not left.
    private mutating func abandonSession() {
        outbox.append(.closeSignal)
        dropPeers()
        pings.stop()
        (pathDeadline, mediaEnd) = (nil, nil)
        relays.forgetSession()
        requests.dropWhatNeedsTheSession()
        endAllTracks()
        abandonData()
    }

    /// Forgets what was negotiated, too.
    mutating func dropPeers() {
        forgetPeers()
        negotiation = Negotiation()
        agreement = nil
        for index in localTracks.indices { localTracks[index].endSession() }
    }

    /// Lets go of the peers, but not of what they counted.
    mutating func forgetPeers() {
        formerPeers = mediaCounters
        peers = nil
    }

    // MARK: Resuming

    /// The server knows the session: what we still have goes to it, then an offer that restarts ICE. On the subscriber the
    /// server restarts ICE itself.
    mutating func resume(_ response: Livekit_ReconnectResponse) {
        guard peers?.isConnected == true else {
            return lose(.restart, "the media connection ended while the signalling connection was lost")
        }
        lifecycle.enter(now: now)
        pings.resume(now: now)
        resumption.lastMessage = response.lastMessageSeq
        configure(servers: response.iceServers, response.clientConfiguration)
        signal(.syncState(makeSyncState()))
        peers?.publisher.restart(now: now)
        negotiate()
    }

    /// Where the attempt leads when media and data flow.
    mutating func proceedWhenReady() {
        guard lifecycle.step == .establishing else { return }
        switch lifecycle.attempt {
        case .resume:
            guard !negotiation.isOutstanding, peers?.isAlive == true else { return }
            lifecycle.establish(now: now)
            completeResumption()
        case .connect, .restart:
            guard peers?.isConnected == true else { return }
            lifecycle.establish(now: now)
            emit(.connected)
        case nil: break
        }
    }

    /// Says what had to wait, sends again what the server lacks, and lets go of who left meanwhile.
    private mutating func completeResumption() {
        emit(.resumed)
        flushRequests()
        resendReliable(after: resumption.lastMessage)
        if let own = joined?.participantSID, resumption.roster.contains(own) {
            for participant in participants.values where !resumption.roster.contains(participant.sid) {
                remove(participant, as: participant.vanished)
            }
        }
        publishLateTracks()
        if negotiation.isStale { negotiate() }
    }

    /// What we still have of the session (`livekit-wire.md` §9.4).
    private mutating func makeSyncState() -> Livekit_SyncState {
        var state = Livekit_SyncState()
        if let agreement {
            state.offer = agreement.offer
            state.answer = agreement.answer
        }
        state.subscription.subscribe = !configuration.subscribesAutomatically
        state.subscription.trackSids = subscriptionExceptions.sorted()
        state.publishTracks = localTracks.compactMap(\.publication)
        state.dataChannels = peers?.channels() ?? []
        state.datachannelReceiveStates = receiveStates.sorted { $0.key < $1.key }.map { sid, last in
            .with { ($0.publisherSid, $0.lastSeq) = (sid, last) }
        }
        return state
    }
}
