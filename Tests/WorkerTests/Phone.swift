import Audio
import Client
import FoundationEssentials
import NIOCore
import NIOPosix
import Peer
import RTP
import Room
import Secure
import Session
import Testing
import Timing
import Token
import Transport

/// A caller: joins a room, speaks recordings into a microphone that never rests, and remembers what it sees and hears.
actor Phone {
    /// What was shown of one segment of the transcript.
    struct Line: Hashable, Sendable {
        var speaker: String
        var text: String
        var isFinal: Bool
    }

    /// A packet of the agent that was loud.
    private static let loud = 0.01

    let identity: String
    private nonisolated let loop: any EventLoop
    private nonisolated let executor: any SerialExecutor
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private var connection: RoomConnection?
    private var track = ""
    private var pacer = FramePacer(first: .origin)
    private var encoder: OpusEncoder
    private var decoder: OpusDecoder
    private var outgoing: ArraySlice<Int16> = []
    private var subscriptions = 0

    private(set) var agent: Participant?
    private var agents: Set<String> = []
    private(set) var states: [String] = []
    private(set) var lines: [String: Line] = [:]
    private(set) var order: [String] = []
    /// When the agent's loud packets came.
    private(set) var loudAt: [Instant] = []
    /// Timestamps and marks of the agent's packets, in order.
    private(set) var packets: [(timestamp: UInt32, marker: Bool)] = []
    /// When loud packets of somebody else came, by who they are.
    private(set) var voices: [String: [Instant]] = [:]
    private var others: [String: String] = [:]
    private var ear: OpusDecoder
    private(set) var isClosed = false
    private(set) var agentLeft = false

    /// What the token says of the caller.
    private let attributes: [String: String]
    /// What becomes of each packet on its way.
    private var spoiling: (@Sendable ([UInt8]) -> [UInt8])?

    init(
        _ identity: String, attributes: [String: String] = [:],
        on loop: any EventLoop = MultiThreadedEventLoopGroup.singleton.next()
    ) throws {
        self.identity = identity
        self.attributes = attributes
        self.loop = loop
        executor = loop.executor
        encoder = try OpusEncoder(OpusEncoder.Configuration(rate: 16_000))
        decoder = try OpusDecoder(rate: 16_000)
        ear = try OpusDecoder(rate: 16_000)
    }

    // MARK: Doing

    /// - Parameter role: what the token says of a participant who is no caller; the attachment is `att_` and the identity.
    func join(_ room: String, at url: String, hasMicrophone: Bool = true, role: String? = nil) async throws {
        var attributes = attributes
        attributes[CallerWatch.roleAttribute] = role
        attributes[Attendance.attachmentAttribute] = role.map { _ in "att_\(identity)" }
        var grants = VideoGrant.join(room)
        grants.hidden = role != nil && !hasMicrophone
        let token = try AccessToken(identity: identity, grants: grants, attributes: attributes).signed(
            key: Office.key, secret: Office.secret, now: .init())
        let server = try #require(ServerURL(url))
        let sockets = try await RoomSockets.bind(on: loop, for: server)
        let connection = RoomConnection(
            to: server, token: token, certificate: try Certificate.selfSigned(), sockets: sockets, on: loop
        ) { [weak self] event in
            self?.assumeIsolated { $0.take(event) }
        }
        self.connection = connection
        if hasMicrophone { track = connection.publishAudio(name: "microphone") }
        connection.connect()
        pacer = FramePacer(first: .monotonic())
        tick()
    }

    /// Speaks a recording; returns when it begins, with its length.
    @discardableResult
    func say(_ recording: WAVFile) -> Duration {
        outgoing = recording.samples[...]
        return AudioFrame.duration(of: recording.samples.count, rate: recording.rate)
    }

    /// Sounds like this, 16 kHz.
    func say(samples: [Int16]) { outgoing = samples[...] }

    /// From now on every packet is changed so before it is sent.
    func sends(_ spoiling: (@Sendable ([UInt8]) -> [UInt8])?) { self.spoiling = spoiling }

    func hangUp() { connection?.leave() }

    // MARK: Looking

    /// Polls until the condition holds; fails the test after `limit`.
    func wait(
        _ what: Comment, within limit: Duration = .seconds(15), at location: SourceLocation = #_sourceLocation,
        until condition: @Sendable (isolated Phone) -> Bool
    ) async throws {
        let deadline = Instant.monotonic() + limit
        while !condition(self) {
            if Instant.monotonic() > deadline {
                let seen = order.compactMap { lines[$0] }
                Issue.record("\(what) did not happen within \(limit): \(seen)", sourceLocation: location)
                throw CancellationError()
            }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Types a line into the room's chat.
    func type(_ line: String) throws {
        try connection?.sendChat(line, timestamp: 0)
    }

    /// The final words of the agent, in order.
    var agentSaid: [String] { finals { agents.contains($0) } }

    /// The final words that were understood of this caller.
    var heardOfMe: [String] { finals { $0 == identity } }

    private func finals(_ isWanted: (String) -> Bool) -> [String] {
        order.compactMap { lines[$0] }.filter { $0.isFinal && isWanted($0.speaker) && !$0.text.isEmpty }.map(\.text)
    }

    var isAgentSpeaking: Bool { loudAt.last.map { Instant.monotonic() - $0 < .milliseconds(300) } ?? false }

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
        guard connection.isConnected, !track.isEmpty else { return }
        var samples = Array(outgoing.prefix(320))
        outgoing = outgoing.dropFirst(320)
        samples += [Int16](repeating: 0, count: 320 - samples.count)
        guard let payload = try? encoder.encode(samples) else { return }
        connection.send(OutgoingFrame(spoiling?(payload) ?? payload), track: track)
    }

    private func take(_ event: RoomEvent) {
        switch event {
        case .participantJoined(let participant), .participantChanged(let participant): see(participant)
        case .participantLeft(let participant): if participant.identity == agent?.identity { agentLeft = true }
        case .audio(let id, let packet):
            guard agent?.tracks.contains(where: { $0.sid == id }) == true else { return hear(packet, of: id) }
            packets.append((packet.timestamp, packet.marker))
            let samples = (try? decoder.decode(packet.payload)) ?? []
            if LevelMeter.rootMeanSquare(samples) > Self.loud { loudAt.append(.monotonic()) }
        case .text(let message): read(message)
        case .disconnected: isClosed = true
        default: break
        }
    }

    /// Somebody who is not the agent.
    private func hear(_ packet: RTPPacket, of track: String) {
        guard let who = others[track] else { return }
        let samples = (try? ear.decode(packet.payload)) ?? []
        if LevelMeter.rootMeanSquare(samples) > Self.loud { voices[who, default: []].append(.monotonic()) }
    }

    private func see(_ participant: Participant) {
        for track in participant.tracks where track.isAudio { others[track.sid] = participant.identity }
        guard participant.kind == .agent else { return }
        agent = participant
        agents.insert(participant.identity)
        guard let state = participant.attributes["lk.agent.state"], state != states.last else { return }
        states.append(state)
    }

    private func read(_ message: TextMessage) {
        let attributes = message.stream.attributes
        guard message.stream.topic == DataTopic.transcription, let segment = attributes["lk.segment_id"] else { return }
        if lines[segment] == nil { order.append(segment) }
        lines[segment] = Line(
            speaker: message.stream.participantIdentity, text: message.text,
            isFinal: attributes["lk.transcription_final"] == "true")
    }
}
