import Contract

// Agents that are called into a room by name.
extension RoomAPI {
    func createDispatch() -> Response {
        perform { (request: Livekit_CreateAgentDispatchRequest) in
            administers(request.room)
        } _: { board, request in
            board.createDispatch(request)
        }
    }

    func deleteDispatch() -> Response {
        perform { (request: Livekit_DeleteAgentDispatchRequest) in
            administers(request.room)
        } _: { board, request in
            board.deleteDispatch(request.dispatchID, in: request.room)
        }
    }

    func listDispatch() -> Response {
        perform { (request: Livekit_ListAgentDispatchRequest) in
            administers(request.room)
        } _: { board, request in
            board.listDispatches(request.dispatchID, in: request.room)
        }
    }
}
