package import Contract
import SwiftProtobuf
import Token

/// Rooms and participants, through the server's HTTP API.
package struct RoomService: Sendable {
    private let connection: ServiceConnection

    package init(_ connection: ServiceConnection) {
        self.connection = connection
    }

    /// Makes a room, or returns the one that has this name already.
    package func createRoom(_ request: Livekit_CreateRoomRequest) async throws(ServiceError) -> Livekit_Room {
        try await connection.call(
            "RoomService/CreateRoom", request, returning: Livekit_Room.self, grants: .creatingRooms)
    }

    /// The rooms of these names that exist; every room when no name is given.
    package func listRooms(named names: [String] = []) async throws(ServiceError) -> [Livekit_Room] {
        try await connection.call(
            "RoomService/ListRooms", Livekit_ListRoomsRequest.with { $0.names = names },
            returning: Livekit_ListRoomsResponse.self, grants: .listingRooms
        ).rooms
    }

    /// Ends a room: everybody in it is disconnected.
    package func deleteRoom(_ room: String) async throws(ServiceError) {
        _ = try await connection.call(
            "RoomService/DeleteRoom", Livekit_DeleteRoomRequest.with { $0.room = room },
            returning: Livekit_DeleteRoomResponse.self, grants: .creatingRooms)
    }

    package func listParticipants(in room: String) async throws(ServiceError) -> [Livekit_ParticipantInfo] {
        try await connection.call(
            "RoomService/ListParticipants", Livekit_ListParticipantsRequest.with { $0.room = room },
            returning: Livekit_ListParticipantsResponse.self, grants: .administering(room)
        ).participants
    }

    /// `twirp(.notFound)` when nobody of this identity is in the room.
    package func participant(
        _ identity: String, in room: String
    ) async throws(ServiceError) -> Livekit_ParticipantInfo {
        try await connection.call(
            "RoomService/GetParticipant", Self.name(identity, room), returning: Livekit_ParticipantInfo.self,
            grants: .administering(room))
    }

    /// Disconnects a participant; its token stays valid.
    package func removeParticipant(_ identity: String, from room: String) async throws(ServiceError) {
        _ = try await connection.call(
            "RoomService/RemoveParticipant", Self.name(identity, room),
            returning: Livekit_RemoveParticipantResponse.self, grants: .administering(room))
    }

    /// Sends a user packet to everybody in the room, or to some, reliably.
    package func sendData(_ request: Livekit_SendDataRequest) async throws(ServiceError) {
        _ = try await connection.call(
            "RoomService/SendData", request, returning: Livekit_SendDataResponse.self,
            grants: .administering(request.room))
    }

    private static func name(_ identity: String, _ room: String) -> Livekit_RoomParticipantIdentity {
        .with {
            $0.room = room
            $0.identity = identity
        }
    }
}
