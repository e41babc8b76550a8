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
            "AgentDispatchService/CreateDispatch", request, returning: Livekit_AgentDispatch.self,
            grants: .administering(request.room))
    }

    package func listDispatches(in room: String) async throws(ServiceError) -> [Livekit_AgentDispatch] {
        try await connection.call(
            "AgentDispatchService/ListDispatch", Livekit_ListAgentDispatchRequest.with { $0.room = room },
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
            "AgentDispatchService/DeleteDispatch", request, returning: Livekit_AgentDispatch.self,
            grants: .administering(room))
    }
}
