import Contract
import Token

// Rooms.
extension RoomAPI {
    func createRoom() -> Response {
        guard grant.roomCreate else { return .twirpError(403, "permission_denied", "permissions denied") }
        guard call.request(Livekit_CreateRoomRequest.self)?.name.isEmpty != true else {
            return .twirpError(400, "invalid_argument", "name is required")
        }
        return perform { (_: Livekit_CreateRoomRequest) in
            true
        } _: {
            $0.createRoom($1)
        }
    }

    func listRooms() -> Response {
        perform { (_: Livekit_ListRoomsRequest) in
            grant.roomList
        } _: {
            $0.listRooms($1)
        }
    }

    func deleteRoom() -> Response {
        perform { (_: Livekit_DeleteRoomRequest) in
            grant.roomCreate
        } _: { board, request in
            board.deleteRoom(request.room) ? Livekit_DeleteRoomResponse() : nil
        }
    }

    func updateRoomMetadata() -> Response {
        perform { (request: Livekit_UpdateRoomMetadataRequest) in
            administers(request.room)
        } _: { board, request in
            board.updateRoom(request.room, metadata: request.metadata)
        }
    }

    func sendData() -> Response {
        perform { (request: Livekit_SendDataRequest) in
            administers(request.room)
        } _: { board, request in
            board.sendData(request) ? Livekit_SendDataResponse() : nil
        }
    }
}
