import Foundation
import NIOCore
import NIOPosix
import Secure
import Token
import Transport

/// Makes participants for the rooms of one server.
struct Visitors {
    let server: ServerURL
    private let certificate: Certificate
    let loops: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton

    /// - Parameter url: of a `parley dev`, whose key and secret are the development ones.
    init(to url: String) throws {
        guard let server = ServerURL(url) else { throw BenchFailure("\(url) is no server") }
        self.server = server
        certificate = try .selfSigned()
    }

    /// What one of them needs to join that room.
    func invitation(to room: String, as identity: String) throws -> Invitation {
        let token = try AccessToken(identity: identity, grants: .join(room))
            .signed(key: "devkey", secret: "secret", now: Date())
        return Invitation(server: server, token: token, certificate: certificate)
    }

    /// A participant who is in the room; with a microphone unless it only listens.
    func join(_ room: String, as identity: String, onlyListens: Bool = false) async throws -> RoomClient {
        let client = try RoomClient(on: loops.next())
        try await client.join(try invitation(to: room, as: identity), speaks: !onlyListens)
        return client
    }

    /// Runs it to its end, from a program that does not wait.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
        let box = ResultBox<Value>()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do { box.result = .success(try await body()) } catch { box.result = .failure(error) }
            done.signal()
        }
        done.wait()
        return try box.result.get()
    }
}
