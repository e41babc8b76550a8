package import Contract
import Foundation
import SwiftProtobuf
import Token

/// Rooms and participants, through the server's HTTP API.
package struct RoomService: Sendable {
    let connection: ServiceConnection

    package init(_ connection: ServiceConnection) {
        self.connection = connection
    }

    /// Makes a room, or returns the one that has this name already.
    package func createRoom(_ request: Livekit_CreateRoomRequest) async throws(ServiceError) -> Livekit_Room {
        try await connection.call(
            .repeatable("RoomService/CreateRoom"), request, returning: Livekit_Room.self, grants: .creatingRooms)
    }

    /// The rooms of these names that exist; every room when no name is given.
    package func listRooms(named names: [String] = []) async throws(ServiceError) -> [Livekit_Room] {
        try await connection.call(
            .repeatable("RoomService/ListRooms"), Livekit_ListRoomsRequest.with { $0.names = names },
            returning: Livekit_ListRoomsResponse.self, grants: .listingRooms
        ).rooms
    }

    /// Ends a room: everybody in it is disconnected.
    package func deleteRoom(_ room: String) async throws(ServiceError) {
        _ = try await connection.call(
            .once("RoomService/DeleteRoom"), Livekit_DeleteRoomRequest.with { $0.room = room },
            returning: Livekit_DeleteRoomResponse.self, grants: .creatingRooms)
    }

    /// - Returns: the room as it is now.
    @discardableResult
    package func updateMetadata(_ metadata: String, of room: String) async throws(ServiceError) -> Livekit_Room {
        let request = Livekit_UpdateRoomMetadataRequest.with {
            $0.room = room
            $0.metadata = metadata
        }
        return try await connection.call(
            .repeatable("RoomService/UpdateRoomMetadata"), request, returning: Livekit_Room.self,
            grants: .administering(room))
    }

    /// Sends a user packet to everybody in the room, or to some. A request without a nonce gets one, by which receivers know
    /// the packet again.
    package func sendData(_ request: Livekit_SendDataRequest) async throws(ServiceError) {
        var request = request
        if request.nonce.isEmpty { request.nonce = Data((0..<16).map { _ in UInt8.random(in: 0...255) }) }
        _ = try await connection.call(
            .once("RoomService/SendData"), request, returning: Livekit_SendDataResponse.self,
            grants: .administering(request.room))
    }
}
