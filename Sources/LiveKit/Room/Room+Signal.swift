import Contract
import Peer
import SwiftProtobuf
import Timing

// What the server says.
extension Room {
    mutating func handleSignal(_ bytes: [UInt8]) {
        guard let response = try? Livekit_SignalResponse(serializedBytes: bytes) else { return }
        pings.heard(now: now)
        guard phase != .joining else { return handleFirst(response) }
        guard phase == .connecting || phase == .connected, let message = response.message else { return }
        switch message {
        case .answer(let answer): handleAnswer(answer)
        case .trickle(let trickle): handleTrickle(trickle)
        case .update(let update): update.participants.forEach { apply($0) }
        case .trackPublished(let published): handlePublished(published)
        case .trackSubscribed(let subscribed): emit(.trackSubscribed(sid: subscribed.trackSid))
        case .trackUnpublished(let unpublished): handleUnpublished(unpublished.trackSid)
        case .mute(let mute): emit(.muteRequested(sid: mute.sid, muted: mute.muted))
        case .mediaSectionsRequirement(let requirement): addSections(Int(requirement.numAudios))
        case .refreshToken(let newest): token = newest
        case .speakersChanged(let change): emit(.speakersChanged(change.speakers.map(Speaker.init)))
        case .leave(let leave): handleLeave(leave)
        case .roomMoved(let moved): token = moved.token
        default: break
        }
    }

    /// The first message of a session is `join`, or `leave` when the server does not want us.
    private mutating func handleFirst(_ response: Livekit_SignalResponse) {
        switch response.message {
        case .join(let join): enter(join)
        case .leave(let leave): handleLeave(leave)
        default: reconnect("the server did not begin with a join message")
        }
    }

    private mutating func enter(_ join: Livekit_JoinResponse) {
        phase = .connecting
        phaseDeadline = now + configuration.timings.connect
        pings.start(interval: join.pingInterval, patience: join.pingTimeout, now: now)
        let room = JoinedRoom(
            name: join.room.name, sid: join.room.sid, participantSID: join.participant.sid,
            identity: join.participant.identity, serverVersion: join.serverInfo.version)
        joined = room
        emit(.joined(room))
        let present = Set(join.otherParticipants.map(\.identity))
        for participant in participants.values where !present.contains(participant.identity) {
            remove(participant)
        }
        join.otherParticipants.forEach { apply($0) }
        publishLateTracks()
    }

    private mutating func handleTrickle(_ trickle: Livekit_TrickleRequest) {
        guard let candidate = trickle.candidate else { return }
        peer?.addRemoteCandidate(candidate, now: now)
    }

    private mutating func handleLeave(_ leave: Livekit_LeaveRequest) {
        guard leave.action == .disconnect, !leave.canReconnect else {
            return reconnect("the server asks to connect anew")
        }
        switch leave.reason {
        case .duplicateIdentity: finish(.duplicateIdentity)
        case .participantRemoved: finish(.removed)
        case .roomDeleted, .roomClosed: finish(.roomClosed)
        case .serverShutdown: finish(.serverShutdown)
        default: finish(.disconnected(reason: leave.reason.rawValue))
        }
    }

    mutating func sendPing() {
        pings.sent(now: now)
        var ping = Livekit_Ping()
        ping.timestamp = now.nanoseconds / 1_000_000
        signal(.pingReq(ping))
    }
}

extension Speaker {
    init(_ info: Livekit_SpeakerInfo) {
        self.init(participantSID: info.sid, level: info.level, isActive: info.active)
    }
}
