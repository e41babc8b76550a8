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

/// A caller who asks, listens to the whole answer, and asks again, until it hangs up.
actor TalkingCaller {
    /// The agent's silence before the next question.
    private static let pause = Duration.milliseconds(900)
    /// An answer that does not come is asked for again.
    private static let patience = Duration.seconds(8)

    nonisolated let loop: any EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.executor.asUnownedSerialExecutor() }

    private let question: [[UInt8]]
    private let silence: [UInt8]
    private var connection: RoomConnection?
    private var timer: RepeatedTask?
    private var leaving: CheckedContinuation<Void, Never>?
    private var track = ""
    private var decoder: OpusDecoder
    /// The next packet of the question; `nil` while listening.
    private var position: Int?
    private var askedAt = Instant.monotonic()
    private var lastLoud: Instant?
    private var listener = UnderrunCounter()
    private(set) var questions = 0

    init(_ question: [[UInt8]], on loop: any EventLoop) throws {
        self.question = question
        self.loop = loop
        decoder = try OpusDecoder(rate: PreparedSound.rate)
        var encoder = try OpusEncoder(OpusEncoder.Configuration(rate: PreparedSound.rate))
        silence = try encoder.encode([Int16](repeating: 0, count: AudioFrame.sampleCount(at: PreparedSound.rate)))
    }

    /// What the caller noticed so far.
    var noticed: UnderrunCounter { listener }

    func call(_ server: ServerURL, token: String, certificate: Certificate) async throws {
        let sockets = try await RoomSockets.bind(on: loop, addresses: [.v4(0x7F00_0001)])
        let connection = RoomConnection(
            to: server, token: token, certificate: certificate, sockets: sockets, on: loop
        ) { [weak self] event in
            self?.assumeIsolated { $0.take(event) }
        }
        self.connection = connection
        track = connection.publishAudio(name: "microphone")
        connection.connect()
        timer = loop.scheduleRepeatedTask(initialDelay: .milliseconds(20), delay: .milliseconds(20)) { [weak self] _ in
            self?.assumeIsolated { $0.speak() }
        }
    }

    /// What was noticed so far counts for nothing.
    func begin() { listener = UnderrunCounter() }

    func hangUp() async {
        timer?.cancel()
        guard let connection, !connection.isClosed else { return }
        await withCheckedContinuation {
            leaving = $0
            connection.leave()
        }
    }

    private func speak() {
        guard let connection, connection.isConnected else { return }
        let now = Instant.monotonic()
        if position == nil, mayAsk(now) {
            position = 0
            questions += 1
        }
        guard let current = position else { return connection.send(OutgoingFrame(silence), track: track) }
        connection.send(OutgoingFrame(question[current]), track: track)
        askedAt = now
        position = current + 1 < question.count ? current + 1 : nil
    }

    /// The agent has spoken since the last question and is silent, or does not answer.
    private func mayAsk(_ now: Instant) -> Bool {
        guard let lastLoud else { return false }
        let isAnswered = lastLoud > askedAt || questions == 0
        return now - lastLoud >= Self.pause && (isAnswered || now - askedAt >= Self.patience)
    }

    private func take(_ event: RoomEvent) {
        switch event {
        case .audio(_, let packet):
            let now = Instant.monotonic()
            guard let samples = try? decoder.decode(packet.payload), LevelMeter.rootMeanSquare(samples) >= 0.005
            else { return }
            lastLoud = now
            listener.note(timestamp: packet.timestamp, now: now)
        case .disconnected:
            connection = nil
            leaving?.resume()
            leaving = nil
        default: break
        }
    }
}
