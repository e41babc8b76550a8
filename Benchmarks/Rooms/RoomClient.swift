import Audio
import NIOCore
import RTP
import Room
import Timing

/// A participant that hears what is published, decodes it, and throws the samples away. Lives on the event loop of its
/// sockets.
actor RoomClient {
    nonisolated let loop: any EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.executor.asUnownedSerialExecutor() }

    private var room: LoopbackRoom?
    private var receiver: AudioReceiver
    private var timer: RepeatedTask?
    private var said = 0
    /// Frames that were not silence.
    private(set) var sounding = 0

    init(on loop: any EventLoop) throws {
        self.loop = loop
        receiver = try AudioReceiver(rate: 16_000)
    }

    /// Joins, and returns when media and data flow.
    func join(_ invitation: Invitation, speaks: Bool) async throws {
        let sockets = try await LoopbackRoom.sockets(on: loop)
        let room = LoopbackRoom(invitation, sockets: sockets, speaks: speaks, on: loop) { [weak self] event in
            self?.assumeIsolated { $0.take(event) }
        }
        self.room = room
        try await room.join()
    }

    /// Leaves, and returns when the sockets are closed.
    func leave() async {
        timer?.cancel()
        await room?.leave()
        room = nil
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
        room?.say(packets[said % packets.count])
        said += 1
    }

    private func take(_ event: RoomEvent) {
        guard case .audio(_, let packet) = event else { return }
        receiver.receive(
            JitterBuffer.Packet(
                ssrc: packet.ssrc, sequence: packet.sequenceNumber, timestamp: packet.timestamp,
                payload: packet.payload), now: .monotonic())
    }
}
