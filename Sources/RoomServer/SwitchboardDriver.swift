import Foundation
import Logging
import NIOCore
import Timing
import Transport
import Wire

/// Runs a switchboard on its event loop: sockets, the one timer, the clock.
final class SwitchboardDriver {
    private var switchboard: Switchboard
    private let socket: DatagramSocket
    private let loop: any EventLoop
    private let logger: Logger
    /// Set when there is a TCP port for media.
    var streams: MediaStreams?
    private var connections: [ConnectionID: WebSocketPort] = [:]
    private var lastConnection: UInt64 = 0
    private var timer: Scheduled<Void>?

    init(_ configuration: SwitchboardConfiguration, socket: DatagramSocket, on loop: any EventLoop, logger: Logger) {
        switchboard = Switchboard(configuration, now: .monotonic())
        self.socket = socket
        self.loop = loop
        self.logger = logger
    }

    func receive(_ datagram: Datagram) {
        drive { $0.handle(datagram) }
    }

    /// A TCP connection for media is gone.
    func ended(_ stream: Datagram) {
        drive { $0.handleStreamEnd(stream) }
    }

    /// One request of the HTTP API, or a check before a socket is opened.
    func ask<Answer>(_ body: (inout Switchboard) throws(JoinRefusal) -> Answer) throws(JoinRefusal) -> Answer {
        var result: Result<Answer, JoinRefusal>?
        drive { switchboard in
            do throws(JoinRefusal) {
                result = .success(try body(&switchboard))
            } catch {
                result = .failure(error)
            }
        }
        guard let result else { preconditionFailure("drive runs its body") }
        return try result.get()
    }

    /// Takes over an opened WebSocket.
    func open(_ port: WebSocketPort, as role: ConnectionRole) -> ConnectionID {
        lastConnection += 1
        let connection = ConnectionID(number: lastConnection)
        connections[connection] = port
        drive { switchboard in
            switch role {
            case .guest(let admission): switchboard.enter(admission, on: connection)
            case .worker(let claims): switchboard.enterWorker(claims, on: connection)
            }
        }
        return connection
    }

    func receive(_ bytes: [UInt8], from connection: ConnectionID) {
        drive { $0.handle(bytes, from: connection) }
    }

    func closed(_ connection: ConnectionID) {
        guard connections.removeValue(forKey: connection) != nil else { return }
        drive { $0.handleClose(of: connection) }
    }

    func stop() {
        drive { $0.shutDown() }
        timer?.cancel()
        for port in connections.values { port.close() }
        connections = [:]
        socket.close()
        streams?.close()
    }

    /// The only door to the switchboard: a mutation, then everything it yields.
    private func drive(_ body: (inout Switchboard) -> Void) {
        switchboard.advance(to: .monotonic(), wallClock: Int64(Date().timeIntervalSince1970 * 1000))
        body(&switchboard)
        while perform(switchboard.pollOutput()) {}
    }

    private func perform(_ output: SwitchboardOutput) -> Bool {
        switch output {
        case .send(let connection, let bytes): connections[connection]?.send(bytes)
        case .close(let connection): connections.removeValue(forKey: connection)?.close()
        case .transmit(let datagram): transmit(datagram)
        case .fault(let text): logger.warning("a client was let go", metadata: ["reason": "\(text)"])
        case .timeout(let instant):
            schedule(instant)
            return false
        }
        return true
    }

    private func transmit(_ datagram: Datagram) {
        if datagram.transport == .udp {
            socket.send(datagram.payload, to: datagram.remote)
        } else {
            streams?.send(datagram)
        }
    }

    private func schedule(_ instant: Instant?) {
        timer?.cancel()
        timer = nil
        guard let instant else { return }
        let delay = max(.zero, instant - .monotonic())
        timer = loop.assumeIsolated().scheduleTask(in: .nanoseconds(delay.nanoseconds)) { [weak self] in
            self?.drive { $0.handleTimeout() }
        }
    }
}
