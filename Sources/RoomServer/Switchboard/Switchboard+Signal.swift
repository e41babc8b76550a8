import Contract
import Peer
import SDP
import SwiftProtobuf

// What a guest says over its socket.
extension Switchboard {
    /// One binary message. Bytes that are no message close the socket, as LiveKit's server does.
    package mutating func handle(_ bytes: [UInt8], from connection: ConnectionID) {
        if workers[connection] != nil { return handleWorker(bytes, from: connection) }
        guard let guest = guestByConnection[connection] else { return }
        guard let request = try? Livekit_SignalRequest(serializedBytes: bytes) else {
            return evict(guest, reason: .signalClose)
        }
        for leg in guest.legs { leg.isDirty = true }
        switch request.message {
        case .offer(let offer): answer(offer, of: guest)
        case .answer(let answer): follow(answer, of: guest)
        case .trickle(let trickle): addCandidate(trickle, of: guest)
        case .addTrack(let request): addTrack(request, of: guest)
        case .mute(let mute): setMuted(mute.muted, track: mute.sid, of: guest)
        case .subscription(let subscription): change(subscription, of: guest)
        case .trackSetting(let settings): pause(settings, of: guest)
        case .syncState(let state): compare(state, with: guest)
        case .leave: part(guest)
        case .ping: send(.pong(wallClock), to: guest)
        case .pingReq(let ping): pong(ping, to: guest)
        case .updateMetadata(let update): updateMetadata(update, of: guest)
        default: break
        }
    }

    private mutating func pong(_ ping: Livekit_Ping, to guest: Guest) {
        var pong = Livekit_Pong()
        pong.lastPingTimestamp = ping.timestamp
        pong.timestamp = wallClock
        send(.pongResp(pong), to: guest)
    }

    private mutating func addCandidate(_ trickle: Livekit_TrickleRequest, of guest: Guest) {
        guard let candidate = trickle.candidate, !candidate.isEmpty else { return }
        guest.leg(trickle.target).peer.addRemoteCandidate(candidate, now: now)
    }

    mutating func answer(_ offer: Livekit_SessionDescription, of guest: Guest) {
        guest.negotiation.awaitsOffer = false
        do {
            let description = try SDP.SessionDescription(parsing: offer.sdp)
            try guest.uplink.peer.setOffer(description, now: now)
            bindTracks(of: guest, to: description)
        } catch {
            outbox.append(.fault("the offer of \(guest.sid) cannot be followed: \(error)"))
            return evict(guest, reason: .joinFailure)
        }
        if !guest.isDual { placeWaitingTracks(of: guest) }
        learnName(of: guest.uplink)
        var answer = Livekit_SessionDescription()
        answer.type = "answer"
        answer.sdp = guest.uplink.peer.makeAnswer().description
        answer.id = offer.id
        guest.uplink.isDirty = true
        guard !guest.isDual else { return send(.answer(answer), to: guest) }
        for subscription in guest.subscriptions.values { answer.midToTrackID[subscription.mid] = subscription.trackID }
        send(.answer(answer), to: guest)
        confirmSubscriptions(of: guest)
        requestSections(for: guest)
    }

    private mutating func updateMetadata(_ update: Livekit_UpdateParticipantMetadata, of guest: Guest) {
        var response = Livekit_RequestResponse()
        response.requestID = update.requestID
        if !guest.info.permission.canUpdateMetadata {
            response.reason = .notAllowed
            response.message = "canUpdateOwnMetadata is not granted"
        } else if !guest.mayBecome(update) {
            response.reason = .limitExceeded
            response.message = "metadata, attributes or name are too large"
        }
        let isGranted = response.reason == .ok
        if isGranted { guest.become(update) }
        send(.requestResponse(response), to: guest)
        guard isGranted else { return }
        announce(guest)
        sendToken(to: guest)
    }
}
