import Audio
import Client
import Conversation
import Dialogue
package import Host
import Logging
package import NIOCore
import Room
import Speech
import Supervision
import Timing

/// One call, on the event loop of its sockets.
package actor CallSession {
    package nonisolated let sessionID: String
    let invitation: CallInvitation
    let services: CallServices
    let host: ConversationHost
    nonisolated let loop: any EventLoop
    private nonisolated let executor: any SerialExecutor

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    // Media.
    var dialogue: Dialogue
    var callerVoice: CallerVoice
    var agentVoice: AgentVoice
    var pacer: FramePacer?
    /// Ticks of this call; a timer of an older number does nothing.
    var isTicking = false

    // The room.
    var connection: RoomConnection?
    let began = Instant.monotonic()
    var connectedAt: Instant?
    var track = ""
    var trackID: String?
    /// Somebody is subscribed to the agent's voice.
    var isHeard = false
    var watch = CallerWatch()
    var callerIsHere = false
    var attendance = Attendance()
    /// Those whose voices are listened to, by their attachments.
    var colleagues: [String: Bystander] = [:]
    /// Which of several callers is answered, and those who are not, by their identities.
    var floor = Floor()
    var others: [String: Bystander] = [:]
    /// Both sides on their way to the disk, and whether they may be.
    var recording: RecordingFile?
    /// What was heard of the caller in these 20 ms.
    var callerSound: [Int16]?
    var recordingState = RecordingConsent.unknown
    /// The last key that was pressed, and how it came to us.
    var lastKey: (key: Character, isHeard: Bool, at: Instant)?
    /// The dialogue knows that the caller is here.
    var isWelcomed = false
    /// The dialogue knows that nothing can be said or heard.
    var isLineLost = false

    // What runs elsewhere.
    let ear: Ear
    let journal: Journal
    var vocabulary = "open"
    var pace = Pace.normal
    /// The utterance the recogniser listens to, and what was shown of it last.
    var listeningTurn = 0
    var shown: (turn: Int, text: String)?
    var asked: Int?
    var replyIDs: [Int: String] = [:]
    var ledger = HeardLedger()
    /// The history is being told what was heard.
    var telling: Task<Void, Never>?
    /// The first words, asked for before anybody was there.
    var greeting: Task<Result<Host.Reply, HostError>, Never>?
    /// The words that the graph is working ahead on.
    var preparing: (turn: Int, revision: Int)?
    /// Sound made ahead.
    var drafts: [SpeechDraft] = []
    /// On whose account engines work.
    let usage: UsageTag
    package internal(set) var moments = BargeInMoments()
    var synthesis: Task<Void, Never>?
    /// What it is at.
    var making: SpeechMaking?
    /// Writers that wait for room in the playout buffer.
    var writers: [CheckedContinuation<Void, Never>] = []
    /// The words of the present utterance that are on the caller's page.
    var caption: SpokenCaption?

    // Whoever steers the call.
    var desk: ControlDesk?
    private var control: Task<Void, Never>?
    /// What the next question is to answer besides, if anything.
    var resumption: Resumption?
    /// Why the call is to end.
    var endReason: String?

    // The end.
    var outcome: CallOutcome?
    var isOver = false
    private var hasVanished = false
    private var waiting: CheckedContinuation<Void, Never>?

    var logger: Logger

    /// - Parameters:
    ///   - host: the session's, from the process's `Reception`.
    ///   - workspace: whose call it is.
    ///   - loop: where the call will live; its sockets are opened there.
    /// - Throws: when the codec refuses the synthesiser's rate.
    package init(
        _ invitation: CallInvitation, host: ConversationHost, services: CallServices,
        workspace: String = Workspace.first, on loop: any EventLoop
    ) throws {
        self.invitation = invitation
        self.services = services
        self.host = host
        self.loop = loop
        executor = loop.executor
        sessionID = host.sessionID
        dialogue = Dialogue(services.turnTaking, phrases: services.phrases)
        callerVoice = try CallerVoice(detector: services.detection.makeDetector())
        agentVoice = try AgentVoice(rate: services.shelf.rate, room: services.timings.playoutRoom)
        ear = Ear(services.engines.recognizer)
        journal = Journal(host, services.world)
        usage = UsageTag(session: host.sessionID, workspace: workspace)
        logger = services.logger
        logger[metadataKey: "session"] = "\(host.sessionID)"
    }

    /// Joins the room, serves the caller, and returns when the call is over and its session closed.
    package func run() async -> CallOutcome {
        let control = openDesk()
        self.control = control
        let tasks = startTasks()
        readyGreeting()
        do {
            join(
                try await RoomSockets.bind(
                    on: loop, for: invitation.server, interfaces: services.interfaces, logger: logger))
        } catch {
            end(.failed("no UDP socket could be opened: \(error)"))
        }
        if !isOver { await withCheckedContinuation { waiting = $0 } }
        let outcome = outcome ?? .failed("the call ended without a reason")
        journal.close()
        await tellHeard()?.value
        if !hasVanished { await disownGreeting() }
        for task in tasks { await task.value }
        guard !hasVanished else { return outcome }
        await closeDesk(control, outcome)
        await closeRoom(outcome)
        await services.reception.close(sessionID, reason: outcome.reason)
        logger.info("call over", metadata: ["reason": "\(outcome.reason)"])
        return outcome
    }

    /// People who watch would keep the room open when the last caller has left, those whom nobody sees, too.
    private func closeRoom(_ outcome: CallOutcome) async {
        guard outcome == .ended(reason: "caller_left"), watch.isDeserted, let warden = services.warden else { return }
        do {
            try await warden.close(invitation.room)
        } catch {
            logger.warning("the room stays open", metadata: ["reason": "\(error)"])
        }
    }

    private func startTasks() -> [Task<Void, Never>] {
        let (ear, journal, host) = (ear, journal, host)
        // The news ends with the session, which outlives this call's other tasks by a moment.
        Task.detached { [weak self] in
            for await news in host.notifications { await self?.announce(news) }
        }
        return [
            elsewhere { await ear.run { [weak self] report in await self?.hear(report) } },
            Task.detached { await journal.run() },
        ]
    }

    private func join(_ sockets: RoomSockets) {
        guard outcome == nil else {
            sockets.close()
            return finish()
        }
        let connection = RoomConnection(
            to: invitation.server, token: invitation.token, certificate: services.certificate, sockets: sockets,
            redundancy: services.redundancy, on: loop
        ) { [weak self] event in
            self?.assumeIsolated { $0.take(event) }
        }
        self.connection = connection
        track = connection.publishAudio(name: "roomio_audio")
        connection.connect()
    }

    // MARK: The end

    /// Says `farewell` and ends the call when it was heard; at once when nobody can hear it.
    package func conclude(_ farewell: String) {
        guard outcome == nil else { return }
        tell(.conclude(farewell), now: .monotonic())
    }

    /// Leaves at once.
    package func terminate(_ reason: String) {
        end(.ended(reason: reason))
    }

    /// Drops the call as a process does that comes to a sudden end: its session is not closed, and whoever has it next finds
    /// it where it was. For trying that out.
    package func vanish() async {
        hasVanished = true
        desk = nil
        control?.cancel()
        await control?.value
        end(.failed("the process has ended"))
    }

    /// Decides how the call ends, and leaves after `pause`.
    func end(_ outcome: CallOutcome, after pause: Duration = .zero) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        guard pause > .zero else { return leave() }
        _ = loop.scheduleTask(in: .nanoseconds(pause.nanoseconds)) {
            self.assumeIsolated { $0.leave() }
        }
    }

    private func leave() {
        guard let connection, !connection.isClosed else { return finish() }
        connection.leave()
    }

    /// Nothing of the call is left but its session.
    func finish() {
        guard !isOver else { return }
        isOver = true
        reportCounters()
        tell(.callerLeft(mayReturn: false), now: .monotonic())
        connection = nil
        synthesis?.cancel()
        forsake()
        endRecording(isKept: true)
        ear.close()
        dismissColleagues()
        wakeWriters()
        waiting?.resume()
        waiting = nil
    }
}
