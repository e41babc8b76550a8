package import Contract
import Timing
import Foundation
import Token

// What the HTTP API asks about rooms and participants.
extension Switchboard {
    /// Makes the room unless it exists. Whether it is new.
    mutating func ensureRoom(_ name: String, configuration settings: Token.RoomConfiguration? = nil) -> Bool {
        guard rooms[name] == nil else { return false }
        var info = Livekit_Room()
        info.sid = newID(.room)
        info.name = name
        info.emptyTimeout = settings?.emptyTimeout ?? configuration.emptyTimeout
        info.departureTimeout = settings?.departureTimeout ?? configuration.departureTimeout
        info.maxParticipants = settings?.maxParticipants ?? 0
        info.metadata = settings?.metadata ?? ""
        info.creationTime = wallClock / 1000
        info.creationTimeMs = wallClock
        rooms[name] = HostedRoom(info: info, closesAt: now + .seconds(info.emptyTimeout))
        return true
    }

    func snapshot(of room: HostedRoom) -> Livekit_Room {
        var info = room.info
        let callers = room.guests.values.filter { !$0.isAgent }
        info.numParticipants = UInt32(callers.count)
        info.numPublishers = UInt32(
            room.guests.values.count { guest in guest.tracks.values.contains { $0.mid != nil } })
        return info
    }

    package mutating func createRoom(_ request: Livekit_CreateRoomRequest) -> Livekit_Room {
        var settings = Token.RoomConfiguration()
        if request.emptyTimeout > 0 { settings.emptyTimeout = request.emptyTimeout }
        if request.departureTimeout > 0 { settings.departureTimeout = request.departureTimeout }
        settings.maxParticipants = request.maxParticipants
        settings.metadata = request.metadata
        if ensureRoom(request.name, configuration: settings) {
            for agent in request.agents { _ = createDispatch(agent.agentName, request.name, agent.metadata) }
        }
        return rooms[request.name].map(snapshot) ?? Livekit_Room()
    }

    package func listRooms(_ request: Livekit_ListRoomsRequest) -> Livekit_ListRoomsResponse {
        var response = Livekit_ListRoomsResponse()
        response.rooms = rooms.values.filter { request.names.isEmpty || request.names.contains($0.info.name) }
            .map(snapshot).sorted { $0.name < $1.name }
        return response
    }

    package func listParticipants(_ room: String) -> Livekit_ListParticipantsResponse {
        var response = Livekit_ListParticipantsResponse()
        response.participants = everyone(in: room).map { $0.snapshot() }.sorted { $0.sid < $1.sid }
        return response
    }

    /// Whether there was somebody to remove.
    package mutating func removeParticipant(_ identity: String, from room: String) -> Bool {
        guard let guest = rooms[room]?.guest(identity: identity) else { return false }
        evict(guest, reason: .participantRemoved)
        return true
    }

    /// Whether there was a room to delete.
    package mutating func deleteRoom(_ name: String) -> Bool {
        guard rooms[name] != nil else { return false }
        close(room: name, reason: .roomDeleted)
        return true
    }

    package func hasRoom(_ name: String) -> Bool { rooms[name] != nil }
}
