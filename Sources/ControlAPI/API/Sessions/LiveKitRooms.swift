import Contract
package import Service

/// The server itself.
package struct LiveKitRooms: RoomRegister {
    private let service: RoomService

    /// Throws `ServiceError` for an address that is none.
    package init(_ access: VoiceAccess) throws(ServiceError) {
        let credentials = APICredentials(key: access.apiKey, secret: access.apiSecret)
        service = RoomService(try ServiceConnection(url: access.serverURL, credentials: credentials))
    }

    package func rooms() async throws -> Set<String> {
        Set(try await service.listRooms().map(\.name))
    }

    package func remove(_ identity: String, from room: String) async {
        try? await service.removeParticipant(identity, from: room)
    }
}
