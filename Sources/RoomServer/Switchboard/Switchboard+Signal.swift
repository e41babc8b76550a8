import Contract
import Peer
import SDP
import SwiftProtobuf

// What a guest says over its socket.
extension Switchboard {
    /// One binary message. Bytes that are no message close the socket, as LiveKit's server does.
    package mutating func handle(_ bytes: [UInt8], from connection: ConnectionID) {
        if workers[connection] != nil { return handleWorker(bytes, from: connection) }
        guard let guest = guests[connection] else { return }
        guard let request = try? Livekit_SignalRequest(serializedBytes: bytes) else {
            return evict(guest, reason: .signalClose)
        }
        guest.isDirty = true
        switch request.message {
        case .offer(let offer): answer(offer, of: guest)
        case .trickle(let trickle): addCandidate(trickle, of: guest)
        case .addTrack(let request): addTrack(request, of: guest)
        case .mute(let mute): setMuted(mute, of: guest)
        case .subscription(let subscription): change(subscription, of: guest)
        case .leave: part(guest)
        case .ping: send(.pong(wallClock), to: guest)
        case .pingReq(let ping): pong(ping, to: guest)
        case .updateMetadata(let update): updateMetadata(update, of: guest)
        default: break
        }
    }

    /// The socket is gone: the session lives on while its media does, but nothing can be negotiated any more, so that
    /// it ends here and the client starts anew.
    package mutating func handleClose(of connection: ConnectionID) {
        if workers[connection] != nil { return removeWorker(connection) }
        guard let guest = guests[connection] else { return }
        remove(guest, reason: .signalClose)
    }

    private mutating func pong(_ ping: Livekit_Ping, to guest: Guest) {
        var pong = Livekit_Pong()
        pong.lastPingTimestamp = ping.timestamp
        pong.timestamp = wallClock
        send(.pongResp(pong), to: guest)
    }

    private mutating func addCandidate(_ trickle: Livekit_TrickleRequest, of guest: Guest) {
        guard let candidate = trickle.candidate, !candidate.isEmpty else { return }
        guest.peer.addRemoteCandidate(candidate, now: now)
    }

    mutating func answer(_ offer: Livekit_SessionDescription, of guest: Guest) {
        guest.awaitsOffer = false
        do {
            let description = try SDP.SessionDescription(parsing: offer.sdp)
            try guest.peer.setOffer(description, now: now)
            bindTracks(of: guest, to: description)
            placeWaitingTracks(of: guest)
        } catch {
            outbox.append(.fault("the offer of \(guest.sid) cannot be followed: \(error)"))
            return evict(guest, reason: .joinFailure)
        }
        var answer = Livekit_SessionDescription()
        answer.type = "answer"
        answer.sdp = guest.peer.makeAnswer().description
        answer.id = offer.id
        for link in guest.downlinks.values { answer.midToTrackID[link.mid] = link.trackID }
        send(.answer(answer), to: guest)
        guest.isDirty = true
        confirmDownlinks(of: guest)
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
            response.message = "metadata and attributes are at most \(Guest.describedLimit) bytes each"
        } else {
            if !update.metadata.isEmpty { guest.info.metadata = update.metadata }
            if !update.name.isEmpty { guest.info.name = update.name }
            for (key, value) in update.attributes { guest.info.attributes[key] = value.isEmpty ? nil : value }
            send(.requestResponse(response), to: guest)
            return announce(guest)
        }
        send(.requestResponse(response), to: guest)
    }
}
