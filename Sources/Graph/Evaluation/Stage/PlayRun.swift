import Conversation
import FoundationEssentials
import Host
import Store

/// One performance while it goes on.
struct PlayRun {
    let play: Play
    let host: ConversationHost
    let clock: PlayClock
    let responder: PlayResponder
    let witness: ToolWitness
    var book: AppointmentBook
    var outcome = PlayOutcome()
    private(set) var failures: [PlayFailure] = []
    private(set) var transcript: [TranscriptLine] = []
    private var silences = 0
    private var latest = ""

    init(_ play: Play, on stage: Stage) throws(StageError) {
        var domain = stage.domain
        if let zone = play.setting.zone.flatMap(TimeZone.init(identifier:)) { domain.timeZone = zone }
        let clock = PlayClock(play.setting.clock, in: domain.timeZone)
        let responder = PlayResponder()
        let witness = ToolWitness()
        do {
            let database = try stage.database(domain.timeZone, clock.now)
            let world = try World(
                database: database, domain: domain, clock: { clock.now }, responder: responder, model: stage.model,
                witness: { witness.note($0, $1) })
            book = AppointmentBook(database: database, domain: domain)
            host = ConversationHost(sessionID: "play_\(play.name)", channel: .voice, world: world)
        } catch {
            throw .cannotOpen("\(error)")
        }
        (self.play, self.clock, self.responder, self.witness) = (play, clock, responder, witness)
    }

    /// From the setting to the last line. What goes wrong is a failure with its line.
    mutating func perform() async {
        var line: Int?
        do throws(StageError) {
            try await set()
            try await hear(nil) { host throws(HostError) in try await host.greet() }
            for step in play.steps {
                line = step.line
                try await take(step)
            }
        } catch {
            failures.append(PlayFailure(line, error.description))
        }
        await close()
    }

    private mutating func set() async throws(StageError) {
        for booked in play.setting.booked {
            for _ in 0..<booked.value.count { try await book.book(booked.value.pattern, now: clock.now) }
        }
        for full in play.setting.full { try await book.fill(full.value, now: clock.now) }
        outcome.before = try await book.rows()
        _ = witness.take()
    }

    private mutating func take(_ step: PlayStep) async throws(StageError) {
        switch step.value {
        case .says(let text):
            silences = 0
            try await hear(text) { host throws(HostError) in try await host.reply(to: text) }
        case .silence:
            silences += 1
            let count = silences
            try await hear(nil) { host throws(HostError) in try await host.silence(count) }
        case .task(let end): try await finish(end)
        case .later(let seconds):
            clock.move(by: seconds)
            transcript.append(TranscriptLine(.stage, "\(seconds) seconds later"))
        case .taken(let pattern):
            try await book.exhaust(pattern, now: clock.now)
            transcript.append(TranscriptLine(.stage, "others take \(pattern)"))
        case .check(let check):
            guard !check.accepts(latest) else { return }
            failures.append(PlayFailure(step.line, "expected \(check), but the agent said: \(latest)"))
        }
    }

    /// A turn of the caller and the reply to it.
    private mutating func hear(
        _ said: String?, _ turn: (ConversationHost) async throws(HostError) -> Reply
    ) async throws(StageError) {
        guard !outcome.isEnded else { throw .callEnded }
        if !outcome.turns.isEmpty { transcript.append(TranscriptLine(.caller, said ?? "[silence]")) }
        let reply: Reply
        do throws(HostError) {
            reply = try await turn(host)
        } catch {
            throw .host(error)
        }
        try await note(reply, said: said)
    }

    private mutating func finish(_ end: TaskEnd) async throws(StageError) {
        guard await host.state.pendingTasks.contains(where: { !$0.status.isFinal }) else { throw .noSearch }
        transcript.append(TranscriptLine(.stage, "the search ends: \(end)"))
        responder.finish(end)
        guard let reply = await notification() else { throw .noNotification }
        var name: String?
        if case .available(let found) = end { name = found }
        try await note(reply, said: nil, colleague: name)
    }

    private mutating func note(_ reply: Reply, said: String?, colleague: String? = nil) async throws(StageError) {
        let state = await host.state
        var turn = PlayTurn(said: said, reply: reply.text, at: clock.wall)
        turn.calls = witness.take()
        (turn.slots, turn.customer, turn.colleague) = (state.bookingSlots, state.customer, colleague)
        for call in turn.calls { book.note(call) }
        outcome.turns.append(turn)
        outcome.isEnded = reply.endsCall
        latest = reply.text
        transcript.append(TranscriptLine(.agent, reply.text))
        guard !PlainText(reply.text).text.isEmpty else { throw .emptyReply }
    }

    /// What is said when a search ends; `nil` after five seconds of real time, when something is broken.
    private func notification() async -> Reply? {
        let notifications = host.notifications
        return await withTaskGroup(of: Reply?.self) { group in
            group.addTask {
                for await reply in notifications { return reply }
                return nil
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(5))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private mutating func close() async {
        let state = await host.state
        outcome.intent = state.detectedIntent
        outcome.slots = state.bookingSlots
        outcome.isEscalated = !state.pendingTasks.isEmpty || state.humanAgentStatus != nil
        await host.end(reason: "play_over")
        do throws(StageError) {
            outcome.after = try await book.rows()
        } catch {
            failures.append(PlayFailure(nil, error.description))
        }
    }
}
