import Contract
package import Service

/// The server itself.
package struct LiveKitRooms: RoomRegister {
    private let service: RoomService
    private let dispatches: AgentDispatchService

    /// Throws `ServiceError` for an address that is none.
    package init(_ access: VoiceAccess) throws(ServiceError) {
        let credentials = APICredentials(key: access.apiKey, secret: access.apiSecret)
        let connection = try ServiceConnection(url: access.serverURL, credentials: credentials)
        service = RoomService(connection)
        dispatches = AgentDispatchService(connection)
    }

    package func rooms() async throws -> Set<String> {
        Set(try await service.listRooms().map(\.name))
    }

    /// A dispatch like the newest of the room; like an automatic one when it has none.
    package func callAgent(to room: String) async throws {
        let known = try await dispatches.listDispatches(in: room)
        let newest = known.max { $0.state.createdAt < $1.state.createdAt } ?? Livekit_AgentDispatch()
        var request = Livekit_CreateAgentDispatchRequest()
        request.room = room
        request.agentName = newest.agentName
        request.metadata = newest.metadata
        request.deployment = newest.deployment
        request.attributes = newest.attributes
        _ = try await dispatches.createDispatch(request)
    }

    package func remove(_ identity: String, from room: String) async {
        try? await service.removeParticipant(identity, from: room)
    }
}
