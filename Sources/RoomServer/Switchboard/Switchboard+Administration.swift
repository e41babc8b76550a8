package import Contract
import Foundation
import SwiftProtobuf

// What the HTTP API does with participants. `nil` or `false`: there is no such participant.
extension Switchboard {
    package func listParticipants(_ room: String) -> Livekit_ListParticipantsResponse {
        var response = Livekit_ListParticipantsResponse()
        response.participants = everyone(in: room).map { $0.snapshot() }.sorted { $0.sid < $1.sid }
        return response
    }

    package func participant(_ identity: String, in room: String) -> Livekit_ParticipantInfo? {
        rooms[room]?.guest(identity: identity)?.snapshot()
    }

    package mutating func removeParticipant(_ identity: String, from room: String) -> Bool {
        guard let guest = rooms[room]?.guest(identity: identity) else { return false }
        evict(guest, reason: .participantRemoved)
        return true
    }

    /// Describes a participant anew, and grants it other rights.
    package mutating func updateParticipant(_ request: Livekit_UpdateParticipantRequest) -> Livekit_ParticipantInfo? {
        guard let guest = rooms[request.room]?.guest(identity: request.identity) else { return nil }
        var update = Livekit_UpdateParticipantMetadata()
        update.metadata = request.metadata
        update.name = request.name
        update.attributes = request.attributes
        guest.become(update)
        if request.hasPermission { grant(request.permission, to: guest) }
        announce(guest)
        sendToken(to: guest)
        return guest.snapshot()
    }

    /// Who may not subscribe any more hears nothing from now on; who may again is given every track.
    private mutating func grant(_ permission: Livekit_ParticipantPermission, to guest: Guest) {
        let couldSubscribe = guest.info.permission.canSubscribe
        var permission = permission
        permission.agent = guest.info.permission.agent
        guest.info.permission = permission
        if !permission.canPublish {
            for id in guest.tracks.keys.sorted() { withdraw(id, of: guest) }
        }
        guard permission.canSubscribe != couldSubscribe else { return }
        let ids = everyone(in: guest.roomName, except: guest.sid).flatMap { other in
            other.tracks.filter { $0.value.mid != nil }.keys.sorted()
        }
        for id in ids {
            if !permission.canSubscribe { unsubscribe(guest, from: id) }
            if permission.canSubscribe, guest.subscribesAutomatically { subscribe(guest, to: id) }
        }
    }

    package mutating func updateSubscriptions(_ request: Livekit_UpdateSubscriptionsRequest) -> Bool {
        guard let guest = rooms[request.room]?.guest(identity: request.identity) else { return false }
        let ids = request.trackSids + request.participantTracks.flatMap(\.trackSids)
        change(ids, isWanted: request.subscribe, of: guest)
        return true
    }

    /// Mutes a participant's track; its publisher is told. `nil`: there is no such track.
    package mutating func mute(_ request: Livekit_MuteRoomTrackRequest) -> Livekit_TrackInfo? {
        guard let guest = rooms[request.room]?.guest(identity: request.identity),
            guest.tracks[request.trackSid] != nil
        else { return nil }
        let mute = Livekit_MuteTrackRequest.with {
            $0.sid = request.trackSid
            $0.muted = true
        }
        send(.mute(mute), to: guest)
        setMuted(true, track: request.trackSid, of: guest)
        return guest.tracks[request.trackSid]?.info
    }

    /// A packet from nobody in the room. Whether there is such a room.
    package mutating func sendData(_ request: Livekit_SendDataRequest) -> Bool {
        guard let room = rooms[request.room] else { return false }
        var packet = Livekit_DataPacket()
        packet.kind = request.kind
        packet.user.payload = request.data
        if request.hasTopic { packet.user.topic = request.topic }
        packet.user.nonce = request.nonce
        let named = room.guests.values.filter { request.destinationSids.contains($0.sid) }.map(\.identity)
        packet.destinationIdentities = request.destinationIdentities + named
        // Who names only people that are gone reaches nobody.
        let isForAll = request.destinationIdentities.isEmpty && request.destinationSids.isEmpty
        guard isForAll || !packet.destinationIdentities.isEmpty else { return true }
        deliver(packet, in: request.room)
        return true
    }
}
