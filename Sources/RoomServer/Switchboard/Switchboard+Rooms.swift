package import Contract
import SwiftProtobuf
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
            for agent in request.agents {
                var wanted = Livekit_CreateAgentDispatchRequest()
                wanted.room = request.name
                wanted.agentName = agent.agentName
                wanted.metadata = agent.metadata
                wanted.restartPolicy = agent.restartPolicy
                wanted.deployment = agent.deployment
                wanted.attributes = agent.attributes
                _ = createDispatch(wanted)
            }
        }
        return rooms[request.name].map(snapshot) ?? Livekit_Room()
    }

    package func listRooms(_ request: Livekit_ListRoomsRequest) -> Livekit_ListRoomsResponse {
        var response = Livekit_ListRoomsResponse()
        response.rooms = rooms.values.filter { request.names.isEmpty || request.names.contains($0.info.name) }
            .map(snapshot).sorted { $0.name < $1.name }
        return response
    }

    /// The room with other metadata, which everybody in it is told; `nil` when there is no such room.
    package mutating func updateRoom(_ name: String, metadata: String) -> Livekit_Room? {
        guard rooms[name] != nil else { return nil }
        rooms[name]?.info.metadata = metadata
        guard let room = rooms[name].map(snapshot) else { return nil }
        for guest in everyone(in: name) { send(.roomUpdate(.with { $0.room = room }), to: guest) }
        return room
    }

    /// Whether there was a room to delete.
    package mutating func deleteRoom(_ name: String) -> Bool {
        guard rooms[name] != nil else { return false }
        close(room: name, reason: .roomDeleted)
        return true
    }

    package func hasRoom(_ name: String) -> Bool { rooms[name] != nil }
}
