import Audio
import Client
import Logging
import NIOCore
import Peer
import RTP
import Room
import Secure
import Timing

/// One caller in one room: a microphone that never stops, and ears. Lives on the event loop of its sockets.
actor Caller {
    /// How long leaving may take.
    private static let leavingTime = TimeAmount.seconds(2)

    nonisolated let loop: any EventLoop
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.executor.asUnownedSerialExecutor() }

    private let began = Instant.monotonic()
    private let logger: Logger
    private let report: AsyncStream<TimedEvent>.Continuation
    private var script: CallScript
    private var ear: AgentEar
    private var microphone: Microphone
    private var connection: RoomConnection?
    private var track = ""
    private var identity = ""
    /// A text stream may bring the same words twice.
    private var lastTold: CallEvent?
    private var agentTracks: Set<String> = []
    private var pacing: Pacing?
    private var isLeaving = false
    /// Why the server let us in no longer, or never.
    private(set) var failure: RoomFailure?
    private(set) var hasJoined = false

    /// - Parameter report: what happens; finished after `ended`.
    init(
        _ plan: CallPlan, on loop: any EventLoop, logger: Logger, report: AsyncStream<TimedEvent>.Continuation
    ) throws(OpusError) {
        self.loop = loop
        self.logger = logger
        self.report = report
        script = CallScript(plan.lines, timings: plan.timings, now: began)
        ear = try AgentEar(isRecording: plan.isRecorded)
        microphone = try Microphone()
    }

    /// What was heard, at `ScriptLine.rate`.
    var recording: [Int16] { ear.recording }
    var isComplete: Bool { script.isComplete }

    /// Joins the room, and speaks as soon as the agent is there. Returns at once.
    func call(_ target: CallTarget, sockets: RoomSockets, certificate: Certificate) {
        let connection = RoomConnection(
            to: target.server, token: target.token, certificate: certificate, sockets: sockets, on: loop
        ) { [weak self] event in
            self?.assumeIsolated { $0.receive(event) }
        }
        self.connection = connection
        track = connection.publishAudio(name: "microphone")
        connection.connect()
        watch()
    }

    /// Looks at the deadlines once a second until the microphone does.
    private func watch() {
        guard pacing == nil, !script.isOver else { return }
        script.advance(.monotonic())
        settle()
        loop.assumeIsolated().scheduleTask(in: .seconds(1)) { [weak self] in
            self?.assumeIsolated { $0.watch() }
        }
    }

    /// Ends the call.
    func hangUp() {
        script.end(.interrupted, now: .monotonic())
        settle()
    }

    // MARK: The room

    private func receive(_ event: RoomEvent) {
        let now = Instant.monotonic()
        switch event {
        case .joined(let room):
            hasJoined = true
            script.joined(now: now)
            tell(.joined(room: room.name, identity: room.identity, server: room.serverVersion))
        case .connected: startMicrophone(now)
        case .participantJoined(let participant), .participantChanged(let participant): meet(participant, now)
        case .participantLeft(let participant):
            script.agentLeft(participant.identity, mayReturn: participant.connectionBroke, now: now)
        case .audioStarted(let track):
            if track.participantIdentity == script.agent { agentTracks.insert(track.sid) }
        case .audioEnded(let track): agentTracks.remove(track.sid)
        case .audio(let sid, let packet):
            if agentTracks.contains(sid) { script.heard(isLoud: ear.receive(packet, now: now), now: now) }
        case .text(let message):
            if let transcript = CallEvent(message, caller: identity) { read(transcript, now) }
        case .reconnecting(let reason):
            logger.warning("the connection is being made anew", metadata: ["reason": "\(reason)"])
        case .disconnected(let failure): disconnected(failure, now)
        default: break
        }
        settle()
    }

    private func meet(_ participant: Participant, _ now: Instant) {
        guard participant.kind == .agent, script.agent == nil || script.agent == participant.identity else { return }
        script.agentJoined(participant.identity, now: now)
        if let state = participant.attributes["lk.agent.state"] { script.agentBecame(state) }
        for track in participant.tracks where track.isAudio { agentTracks.insert(track.sid) }
    }

    private func read(_ transcript: CallEvent, _ now: Instant) {
        tell(transcript)
        if case .transcript(.assistant, _, true) = transcript { script.showedWords(now: now) }
    }

    private func disconnected(_ failure: RoomFailure?, _ now: Instant) {
        connection = nil
        self.failure = isLeaving ? nil : failure
        script.end(.disconnected(failure.map { "\($0)" } ?? "the connection was closed"), now: now)
        flush()
        report.finish()
    }

    // MARK: Sound

    private func startMicrophone(_ now: Instant) {
        guard pacing == nil else { return }
        pacing = Pacing(from: now)
        tick()
    }

    private func tick() {
        let now = Instant.monotonic()
        guard var pacing, let connection, !script.isOver else { return }
        for _ in 0..<pacing.due(now: now) {
            ear.tick(now: now)
            connection.send(microphone.frame(script.nextFrame(now: now)), track: track)
        }
        self.pacing = pacing
        settle()
        let delay = max(.zero, pacing.next - .monotonic())
        loop.assumeIsolated().scheduleTask(in: .nanoseconds(delay.nanoseconds)) { [weak self] in
            self?.assumeIsolated { $0.tick() }
        }
    }

    // MARK: Reports

    private func tell(_ event: CallEvent) {
        guard !script.isOver, event != lastTold else { return }
        lastTold = event
        if case .joined(_, let identity, _) = event { self.identity = identity }
        flush()
        report.yield(TimedEvent(time: .monotonic() - began, event: event))
    }

    private func flush() {
        while let event = script.pollEvent() {
            report.yield(TimedEvent(time: .monotonic() - began, event: event))
        }
    }

    /// Reports what the script has to say, and leaves when it is over.
    private func settle() {
        flush()
        guard script.isOver, !isLeaving else { return }
        isLeaving = true
        connection?.leave()
        guard connection != nil else { return report.finish() }
        loop.assumeIsolated().scheduleTask(in: Self.leavingTime) { [report] in report.finish() }
    }
}
