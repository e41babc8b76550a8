package import Access
import Conversation
import Document
import Host
package import Live
import Logging
import Store
import Supervision

/// What all routes and feeds of one server share.
package struct ControlPlane: Sendable {
    package let configuration: ControlConfiguration
    package let sessions: Sessions
    package let commands: Commands
    package let gatekeeper: Gatekeeper
    package let rates: any RateLimiter
    let database: Database
    let office: HandoffOffice
    let graph: JSON
    let board: ControlBoard
    package let hub: FeedHub
    let attachments: Attachments
    let rooms: (any RoomRegister)?
    let reconciler: RoomReconciler?
    let signals: RoomSignals?
    let quota: SessionQuota
    let turns = TurnsUnderWay()
    let phase = ServingPhase()
    let files: PageFiles
    let logger: Logger

    init(
        _ configuration: ControlConfiguration, _ services: ControlServices, files: PageFiles, logger: Logger
    ) {
        self.configuration = configuration
        self.files = files
        self.logger = logger
        sessions = services.sessions
        gatekeeper = services.gatekeeper
        rates = services.rates
        database = services.database
        office = services.office
        graph = services.graph
        let rooms = services.rooms
        commands = Commands(sessions)
        board = ControlBoard(sessions.exchange)
        hub = FeedHub(Self.feeds(configuration, services, commands))
        attachments = Attachments(sessions: sessions, board: board)
        self.rooms = rooms
        let (known, log) = (sessions, logger)
        let reconciler = rooms.map { RoomReconciler(known, rooms: $0, logger: log) }
        self.reconciler = reconciler
        signals = configuration.voice.map { RoomSignals($0, reconciler: reconciler) }
        quota = SessionQuota(configuration.sessionQuota)
    }

    /// What feeds stand on.
    private static func feeds(
        _ configuration: ControlConfiguration, _ services: ControlServices, _ commands: Commands
    ) -> FeedServices {
        let sessions = services.sessions
        var feeds = FeedServices(
            exchange: sessions.exchange, states: sessions.store, gate: GatekeeperGate(gatekeeper: services.gatekeeper),
            intake: CommandIntake(commands: commands, bus: sessions.exchange.bus, rates: services.rates))
        feeds.timings = configuration.feed
        return feeds
    }

    /// Writes down what somebody did. What cannot be written down is not undone; the log says so.
    func audit(_ call: Call, _ action: String, on target: String, after: JSON? = nil) async {
        do {
            try await gatekeeper.record(action, target, by: call.author, after: after)
        } catch {
            logger.error(
                "not written to the audit",
                metadata: ["action": "\(action)", "request": "\(call.mark)", "error": "\(error)"])
        }
    }

    /// A token for the caller of a session, where tokens are asked for.
    func callerToken(of session: String, _ call: Call) async -> String? {
        guard gatekeeper.mode != .open else { return nil }
        await audit(call, "token.caller", on: session)
        return gatekeeper.callerToken(session, workspace: call.principal.workspace).secret.revealed
    }

    /// Whether the LiveKit server answers; `nil` when there is none.
    func isVoiceReachable() async -> Bool? {
        guard configuration.voice != nil else { return nil }
        return await reconciler?.isReachable(now: .now) ?? true
    }

    /// What somebody may do with a session: names of commands and of what else there is.
    func capabilities(of principal: Principal, in record: SessionRecord) -> [String] {
        guard record.summary.isLive else { return principal.may(.writeSession) ? ["amend"] : [] }
        let voice = record.summary.channel == .voice && configuration.voice != nil
        let all: [(String, Bool)] = [
            ("chat", principal.may(.chat)), ("voice", voice && principal.may(.takeVoiceToken)),
            ("amend", principal.may(.writeSession)), ("command", principal.may(.command)),
            ("lease", principal.may(.command)),
            ("steal", principal.role == .admin), ("monitor", voice && principal.may(.attachAudio)),
            ("barge", voice && principal.may(.attachAudio)), ("decide", principal.may(.decideApproval)),
            ("handoff", principal.may(.requestHandoff)),
        ]
        return all.filter(\.1).map(\.0)
    }
}
