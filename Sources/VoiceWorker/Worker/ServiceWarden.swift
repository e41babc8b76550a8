import Service
import Session

/// Puts people out of rooms through the server's HTTP API, with the worker's key.
struct ServiceWarden: RoomWarden {
    private let rooms: RoomService

    /// - Throws: when the address is none of a server's.
    init(_ options: VoiceWorkerOptions) throws(ServiceError) {
        rooms = RoomService(
            try ServiceConnection(
                url: "\(options.server)",
                credentials: APICredentials(key: options.apiKey, secret: options.apiSecret)))
    }

    /// Whoever has left already is gone as well.
    func remove(_ identity: String, from room: String) async throws {
        do {
            try await rooms.removeParticipant(identity, from: room)
        } catch .twirp(.notFound, _) {
            return
        }
    }

    func close(_ room: String) async throws {
        do {
            try await rooms.deleteRoom(room)
        } catch .twirp(.notFound, _) {
            return
        }
    }
}
