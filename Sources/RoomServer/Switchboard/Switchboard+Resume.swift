import Contract
import Peer
import SwiftProtobuf
import Timing
import Token

// A socket that is gone, and the guest that comes back with another one: its connections and tracks are still there.
extension Switchboard {
    /// The socket is gone. A guest that is connected may come back for a while; any other has left.
    package mutating func handleClose(of connection: ConnectionID) {
        if workers[connection] != nil { return removeWorker(connection) }
        guard let guest = guestByConnection[connection] else { return }
        guard guest.isConnected else { return remove(guest, reason: .signalClose) }
        guestByConnection[connection] = nil
        guest.connection = nil
        guest.negotiation.awaitsOffer = false
        guest.absenceDeadline = now + (guest.isSilent ? Self.silentAbsence : Self.absence)
        let placed = jobs.values.first { $0.isFor(guest.identity, in: guest.roomName) }
        if let lost = placed?.orphaned, now - lost < Self.oneDeath { fellOrphan(guest) }
    }

    /// A guest without a socket is the agent of a worker without one.
    mutating func fellOrphan(_ guest: Guest) {
        guard let deadline = guest.absenceDeadline else { return }
        guest.absenceDeadline = min(deadline, now + Self.orphanedAbsence)
    }

    /// A guest without a socket whose datagrams stop as well is given less time.
    mutating func fellSilent(_ guest: Guest) {
        guard let deadline = guest.absenceDeadline else { return }
        guest.absenceDeadline = min(deadline, now + Self.silentAbsence)
    }

    mutating func resume(_ admission: Admission, on connection: ConnectionID) {
        guard let guest = rooms[admission.room]?.guest(identity: admission.claims.identity),
            guest.sid == admission.join.participantSid, guest.isDual == admission.isDual, guest.isConnected
        else { return refuseResumption(on: connection) }
        if let former = guest.connection {
            guestByConnection[former] = nil
            outbox.append(.close(former))
        }
        attach(guest, to: connection)
        guest.absenceDeadline = nil
        send(.reconnect(reconnectResponse(for: guest)), to: guest)
        tellWhatWasMissed(guest)
        sendToken(to: guest)
        if guest.isDual {
            guest.downlink.peer.restart(now: now)
            learnName(of: guest.downlink)
            guest.negotiation.answerDeadline = nil
            offer(to: guest)
        } else {
            guest.negotiation.awaitsOffer = false
            requestSections(for: guest)
        }
    }

    private func reconnectResponse(for guest: Guest) -> Livekit_ReconnectResponse {
        var response = Livekit_ReconnectResponse()
        response.iceServers = iceServers
        response.clientConfiguration = clientConfiguration
        response.serverInfo = Self.serverInfo
        response.lastMessageSeq = guest.lastSequence
        return response
    }

    /// Who left, then everybody who is here; and what may have been said to nobody.
    private mutating func tellWhatWasMissed(_ guest: Guest) {
        if !guest.missedDepartures.isEmpty {
            send(.update(.with { $0.participants = guest.missedDepartures }), to: guest)
            guest.missedDepartures = []
        }
        let present = everyone(in: guest.roomName).filter { !$0.isHidden || $0 === guest }
        send(.update(.with { $0.participants = present.map { $0.snapshot() } }), to: guest)
        if let room = rooms[guest.roomName] {
            send(.roomUpdate(.with { $0.room = snapshot(of: room) }), to: guest)
        }
        for (id, track) in guest.tracks.sorted(by: { $0.key < $1.key }) {
            if track.mid == nil { acknowledge(track, to: guest) }
            if track.hasSubscriber { send(.trackSubscribed(.with { $0.trackSid = id }), to: guest) }
        }
    }

    private mutating func refuseResumption(on connection: ConnectionID) {
        let leave = Livekit_LeaveRequest.with {
            $0.reason = .stateMismatch
            $0.action = .reconnect
            $0.canReconnect = true
        }
        send(.leave(leave), on: connection)
        outbox.append(.close(connection))
    }

    /// What the guest believes after it has come back. With a track that nobody here knows it must start anew.
    mutating func compare(_ state: Livekit_SyncState, with guest: Guest) {
        let unknown = state.publishTracks.contains { guest.tracks[$0.track.sid] == nil }
        guard !unknown else { return evict(guest, reason: .stateMismatch, action: .reconnect) }
        if state.hasSubscription { change(state.subscription, of: guest) }
        for id in state.trackSidsDisabled { guest.subscriptions[id]?.isPaused = true }
        replay(state.datachannelReceiveStates, to: guest)
    }
}
