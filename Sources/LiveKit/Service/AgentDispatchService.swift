package import Contract
import SwiftProtobuf
import Token

/// Asking for agents, through the server's HTTP API. Two calls make two agents.
package struct AgentDispatchService: Sendable {
    private let connection: ServiceConnection

    package init(_ connection: ServiceConnection) {
        self.connection = connection
    }

    /// Sends an agent of the request's name to its room, which is created if need be.
    package func createDispatch(
        _ request: Livekit_CreateAgentDispatchRequest
    ) async throws(ServiceError) -> Livekit_AgentDispatch {
        try await connection.call(
            .once("AgentDispatchService/CreateDispatch"), request, returning: Livekit_AgentDispatch.self,
            grants: .administering(request.room))
    }

    /// The dispatches of a room: the one of this identifier, or all.
    package func listDispatches(
        in room: String, id: String = ""
    ) async throws(ServiceError) -> [Livekit_AgentDispatch] {
        let request = Livekit_ListAgentDispatchRequest.with {
            $0.room = room
            $0.dispatchID = id
        }
        return try await connection.call(
            .repeatable("AgentDispatchService/ListDispatch"), request,
            returning: Livekit_ListAgentDispatchResponse.self, grants: .administering(room)
        ).agentDispatches
    }

    /// Withdraws a dispatch: its job is terminated.
    package func deleteDispatch(_ id: String, in room: String) async throws(ServiceError) {
        let request = Livekit_DeleteAgentDispatchRequest.with {
            $0.dispatchID = id
            $0.room = room
        }
        _ = try await connection.call(
            .once("AgentDispatchService/DeleteDispatch"), request, returning: Livekit_AgentDispatch.self,
            grants: .administering(room))
    }
}
