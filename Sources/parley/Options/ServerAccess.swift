import Contract
import Service
import Token
import Transport

/// A LiveKit server and the API key that is good there. Printing it shows no secret.
struct ServerAccess: Sendable, CustomStringConvertible {
    /// Where `parley dev` has its room server.
    static let localURL = "ws://127.0.0.1:7880"

    let server: ServerURL
    let key: String
    let secret: String

    /// - Parameter text: the server's address; on this machine the development key will do.
    init(_ text: String, _ keys: KeyOptions, _ environment: [String: String]) throws(CommandFailure) {
        guard let server = ServerURL(text) else {
            throw CommandFailure(
                .usage,
                "'\(text)' is no address of a server; set LIVEKIT_URL, or --url, to one like wss://rooms.example.org.")
        }
        self.server = server
        (key, secret) = try keys.pair(environment, allowsDefault: server.isLoopback)
    }

    var description: String { "\(server) as API key \(key)" }

    /// The address for clients, `ws://…` or `wss://…`.
    var clientURL: String {
        "\(server.isSecure ? "wss" : "ws")://\(server.authority)\(server.basePath)"
    }

    func rooms() throws(CommandFailure) -> RoomService { RoomService(try connection()) }

    /// Sends an agent of this name to a room, which is made when it is not there.
    func dispatch(_ agent: String, to room: String) async throws(CommandFailure) {
        var request = Livekit_CreateAgentDispatchRequest()
        request.agentName = agent
        request.room = room
        let service = AgentDispatchService(try connection())
        do throws(ServiceError) {
            _ = try await service.createDispatch(request)
        } catch {
            throw CommandFailure(error)
        }
    }

    private func connection() throws(CommandFailure) -> ServiceConnection {
        do throws(ServiceError) {
            return try ServiceConnection(url: "\(server)", credentials: APICredentials(key: key, secret: secret))
        } catch {
            throw CommandFailure(error)
        }
    }
}
