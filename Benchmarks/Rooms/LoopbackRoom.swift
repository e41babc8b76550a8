import Client
import NIOCore
import Peer
import Room
import Transport
import Wire

/// A participant's connection to a room of a server on this machine: joined, spoken into, and left. To be used on the event
/// loop of its sockets, by the actor that lives there.
final class LoopbackRoom {
    private let connection: RoomConnection
    private let arrivals: Arrivals
    private let track: String?

    /// - Parameters:
    ///   - speaks: whether a microphone is published.
    ///   - onEvent: called on the loop.
    init(
        _ invitation: Invitation, sockets: RoomSockets, speaks: Bool, on loop: any EventLoop,
        onEvent: @escaping (RoomEvent) -> Void
    ) {
        let arrivals = Arrivals()
        self.arrivals = arrivals
        connection = RoomConnection(
            to: invitation.server, token: invitation.token, certificate: invitation.certificate, sockets: sockets,
            on: loop
        ) { event in
            arrivals.note(event)
            onEvent(event)
        }
        track = speaks ? connection.publishAudio(name: "microphone") : nil
    }

    static func sockets(on loop: any EventLoop) async throws -> RoomSockets {
        try await RoomSockets.bind(on: loop, addresses: [.v4(0x7F00_0001)])
    }

    var isConnected: Bool { connection.isConnected }

    /// Returns when media and data flow.
    func join(isolation: isolated (any Actor)? = #isolation) async throws {
        try await withCheckedThrowingContinuation {
            arrivals.joining = $0
            connection.connect()
        }
    }

    /// Returns when the sockets are closed.
    func leave(isolation: isolated (any Actor)? = #isolation) async {
        guard !connection.isClosed else { return }
        await withCheckedContinuation {
            arrivals.leaving = $0
            connection.leave()
        }
    }

    /// The next 20 ms of the microphone.
    func say(_ packet: [UInt8]) {
        if let track { connection.send(OutgoingFrame(packet), track: track) }
    }

    /// Who waits for what.
    private final class Arrivals {
        var joining: CheckedContinuation<Void, any Error>?
        var leaving: CheckedContinuation<Void, Never>?

        func note(_ event: RoomEvent) {
            switch event {
            case .connected:
                joining?.resume()
                joining = nil
            case .disconnected(let failure):
                let reason = failure.map { "\($0)" } ?? "no reason"
                joining?.resume(throwing: BenchFailure("the room ended: \(reason)"))
                leaving?.resume()
                (joining, leaving) = (nil, nil)
            default: break
            }
        }
    }
}
