import Client
import NIOCore
import NIOPosix
import Room
import Secure
import Testing
import Transport
import Wire

@Suite("Connections to a room", .timeLimit(.minutes(1)))
struct RoomConnectionTests {
    /// How a connection to `server` ends.
    private func ending(at server: ServerURL) async throws -> RoomFailure? {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let sockets = try await RoomSockets.bind(on: loop, addresses: [.loopback])
        let certificate = try Certificate.selfSigned()
        let (events, continuation) = AsyncStream<RoomFailure?>.makeStream()
        let connection = try await loop.submit {
            let connection = RoomConnection(
                to: server, token: "very-secret", certificate: certificate, sockets: sockets, on: loop
            ) { event in
                guard case .disconnected(let failure) = event else { return }
                continuation.yield(failure)
                continuation.finish()
            }
            connection.connect()
            return NIOLoopBound(connection, eventLoop: loop)
        }.get()
        var failure: RoomFailure?
        for await ending in events { failure = ending }
        let isClosed = try await loop.submit { connection.value.isClosed }.get()
        #expect(isClosed)
        return failure
    }

    @Test("where nobody listens, the room is unreachable, in words that say what to do")
    func refused() async throws {
        let listener = try await Answer.listen("")
        let port = listener.port
        try await listener.stop()
        let server = try #require(ServerURL("ws://127.0.0.1:\(port)"))
        let words = "nobody listens at 127.0.0.1:\(port): check host and port, and that the server runs"
        #expect(try await ending(at: server) == .unreachable(words))
    }

    @Test("a server that refuses the token ends the connection at once, and the token is told to nobody")
    func unauthorized() async throws {
        let listener = try await Answer.listen(
            "HTTP/1.1 401 Unauthorized\r\ncontent-length: 13\r\n\r\ninvalid token")
        let server = try #require(ServerURL("ws://127.0.0.1:\(listener.port)"))
        let failure = try await ending(at: server)
        #expect(failure == .unauthorized("invalid token"))
        #expect(!"\(failure, default: "")".contains("very-secret"))
    }
}
