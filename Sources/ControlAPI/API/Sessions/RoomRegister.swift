import Contract
package import Service

/// What a LiveKit server knows about its rooms.
package protocol RoomRegister: Sendable {
    /// The names of the rooms there are.
    func rooms() async throws -> Set<String>

    /// Disconnects somebody; nothing happens when they are not there.
    func remove(_ identity: String, from room: String) async
}

/// The server itself.
package struct LiveKitRooms: RoomRegister {
    private let service: RoomService

    /// Throws `ServiceError` for an address that is none.
    package init(_ access: VoiceAccess) throws(ServiceError) {
        let credentials = APICredentials(key: access.apiKey, secret: access.apiSecret)
        service = RoomService(try ServiceConnection(url: access.url, credentials: credentials))
    }

    package func rooms() async throws -> Set<String> {
        Set(try await service.listRooms().map(\.name))
    }

    package func remove(_ identity: String, from room: String) async {
        try? await service.removeParticipant(identity, from: room)
    }
}
