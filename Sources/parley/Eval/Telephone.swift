import Audio
import Client
import Foundation
import NIOCore
import NIOPosix
import Peer
import RTP
import Room
import Secure
import Session
import Timing
import Token
import Transport
import VoiceEvaluation

/// A scripted caller's line: a microphone that never rests, and the agent's voice as it arrives.
actor Telephone {
    /// From when to when a caller's sound was loud.
    struct Utterance: Hashable, Sendable {
        var onset: Instant
        var end: Instant
    }

    nonisolated let loop: any EventLoop
    private nonisolated let executor: any SerialExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private var connection: RoomConnection?
    private var track = ""
    private var pacer = FramePacer(first: .origin)
    private var encoder: OpusEncoder
    private var decoder: OpusDecoder
    private var outgoing: ArraySlice<Int16> = []
    private let background: [Int16]
    private var backgroundPosition = 0
    private var agent: String?
    private var tracks: Set<String> = []

    private(set) var voice = ReceivedVoice()
    /// What the agent says of itself: `listening`, `thinking`, `speaking` …
    private(set) var state: String?
    /// The sound at hand, or the last.
    private(set) var spoken: Utterance?
    private(set) var isAgentGone = false
    private(set) var isClosed = false

    /// - Parameter background: sounds behind the caller's voice, again and again.
    init(background: [Int16] = [], on loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next()) throws {
        self.loop = loop
        self.background = background
        executor = loop.executor
        encoder = try OpusEncoder(OpusEncoder.Configuration(rate: ReceivedVoice.rate))
        decoder = try OpusDecoder(rate: ReceivedVoice.rate)
    }

    func join(
        _ room: String, at url: String, key: (name: String, secret: String), certificate: Certificate
    ) async throws {
        let token = try AccessToken(identity: "caller", grants: .join(room)).signed(
            key: key.name, secret: key.secret, now: Date())
        guard let server = ServerURL(url) else { throw CommandFailure(.failed, "\(url) is no server.") }
        let sockets = try await RoomSockets.bind(on: loop, for: server)
        let connection = RoomConnection(
            to: server, token: token, certificate: certificate, sockets: sockets, on: loop
        ) { [weak self] event in
            self?.assumeIsolated { $0.take(event) }
        }
        self.connection = connection
        track = connection.publishAudio(name: "microphone")
        connection.connect()
        pacer = FramePacer(first: .monotonic())
        tick()
    }

    /// Says something; what was still being said is dropped.
    func say(_ samples: [Int16]) {
        outgoing = samples[...]
        spoken = nil
    }

    var isSpeaking: Bool { !outgoing.isEmpty }
    var isOver: Bool { isAgentGone || isClosed }

    /// Whether the agent has been silent for so long and, as far as it says, has nothing more to say.
    func isQuiet(for pause: Duration, now: Instant = .monotonic()) -> Bool {
        guard let last = voice.frames.last(where: \.isLoud)?.arrival, now - last >= pause else { return false }
        return state != "thinking" && state != "speaking" || now - last >= .seconds(4)
    }

    func hangUp() {
        connection?.leave()
        isClosed = true
    }

    // MARK: The loop

    private func tick() {
        guard let connection, !isClosed else { return }
        for _ in 0..<pacer.due(now: .monotonic()).frames { sendFrame(connection) }
        let wait = max(.zero, pacer.next - .monotonic())
        _ = loop.scheduleTask(in: .nanoseconds(wait.nanoseconds)) { [weak self] in
            self?.assumeIsolated { $0.tick() }
        }
    }

    private func sendFrame(_ connection: RoomConnection) {
        guard connection.isConnected else { return }
        var samples = Array(outgoing.prefix(ReceivedVoice.frame))
        outgoing = outgoing.dropFirst(ReceivedVoice.frame)
        samples += [Int16](repeating: 0, count: ReceivedVoice.frame - samples.count)
        if LevelMeter.rootMeanSquare(samples) >= ReceivedVoice.loud {
            let now = Instant.monotonic()
            spoken = Utterance(onset: spoken?.onset ?? now, end: now)
        }
        if !background.isEmpty { mix(into: &samples) }
        guard let payload = try? encoder.encode(samples) else { return }
        connection.send(OutgoingFrame(payload), track: track)
    }

    private func mix(into samples: inout [Int16]) {
        for index in samples.indices {
            samples[index] = Int16(clamping: Int(samples[index]) + Int(background[backgroundPosition]))
            backgroundPosition = (backgroundPosition + 1) % background.count
        }
    }

    private func take(_ event: RoomEvent) {
        switch event {
        case .participantJoined(let participant), .participantChanged(let participant):
            guard participant.kind == .agent else { return }
            agent = participant.identity
            state = participant.attributes["lk.agent.state"] ?? state
            for track in participant.tracks where track.isAudio { tracks.insert(track.sid) }
        case .participantLeft(let participant): if participant.identity == agent { isAgentGone = true }
        case .audio(let sid, let packet):
            guard tracks.contains(sid) else { return }
            let samples = (try? decoder.decode(packet.payload)) ?? []
            voice.append(samples, timestamp: packet.timestamp, arrival: .monotonic())
        case .disconnected: isClosed = true
        default: break
        }
    }
}
