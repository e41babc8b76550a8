import Audio
import Client
import Foundation
import NIOCore
import Peer
import RTP
import Room
import Secure
import Timing
import Token
import Transport
import Wire

/// A participant that hears what is published, decodes it, and throws the samples away. Lives on the event loop of its
/// sockets.
actor RoomClient {
    nonisolated let loop: any EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.executor.asUnownedSerialExecutor() }

    private var connection: RoomConnection?
    private var receiver: AudioReceiver
    private var joining: CheckedContinuation<Void, any Error>?
    private var leaving: CheckedContinuation<Void, Never>?
    private var timer: RepeatedTask?
    private var track = ""
    private var said = 0
    /// Frames that were not silence.
    private(set) var sounding = 0

    init(on loop: any EventLoop) throws {
        self.loop = loop
        receiver = try AudioReceiver(rate: 16_000)
    }

    /// Joins, and returns when media and data flow.
    func join(_ server: ServerURL, token: String, certificate: Certificate, publishes: Bool) async throws {
        let sockets = try await RoomSockets.bind(on: loop, addresses: [.v4(0x7F00_0001)])
        let connection = RoomConnection(
            to: server, token: token, certificate: certificate, sockets: sockets, on: loop
        ) { [weak self] event in
            self?.assumeIsolated { $0.take(event) }
        }
        self.connection = connection
        if publishes { track = connection.publishAudio(name: "microphone") }
        try await withCheckedThrowingContinuation {
            joining = $0
            connection.connect()
        }
    }

    /// Leaves, and returns when the sockets are closed.
    func leave() async {
        timer?.cancel()
        guard let connection, !connection.isClosed else { return }
        await withCheckedContinuation {
            leaving = $0
            connection.leave()
        }
    }

    /// Takes a frame of what is heard every 20 ms from now on, and says one if there are some to say.
    func listen(saying packets: [[UInt8]] = []) {
        timer = loop.scheduleRepeatedTask(initialDelay: .milliseconds(20), delay: .milliseconds(20)) { [weak self] _ in
            self?.assumeIsolated { client in
                client.hear()
                if !packets.isEmpty { client.say(packets) }
            }
        }
    }

    private func hear() {
        let samples = receiver.pop(now: .monotonic())
        if samples[samples.count / 2] != 0 { sounding += 1 }
    }

    private func say(_ packets: [[UInt8]]) {
        connection?.send(OutgoingFrame(packets[said % packets.count]), track: track)
        said += 1
    }

    private func take(_ event: RoomEvent) {
        switch event {
        case .connected:
            joining?.resume()
            joining = nil
        case .audio(_, let packet):
            receiver.receive(
                JitterBuffer.Packet(
                    ssrc: packet.ssrc, sequence: packet.sequenceNumber, timestamp: packet.timestamp,
                    payload: packet.payload), now: .monotonic())
        case .disconnected(let failure):
            joining?.resume(throwing: BenchFailure("the room ended: \(failure.map { "\($0)" } ?? "no reason")"))
            joining = nil
            leaving?.resume()
            leaving = nil
            connection = nil
        default: break
        }
    }
}
