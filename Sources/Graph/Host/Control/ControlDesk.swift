import Conversation
package import FoundationEssentials
package import Logging
package import Store
package import Supervision

/// The desk of one live session: runs its `SessionControl`, takes its commands from the bus, and has effects carried out.
///
/// Everything that happens comes to its inbox and is handled there, one after the other. Bounded: 1024 events wait; what
/// comes beyond is dropped and counted in the log, except for commands, which wait on the bus, and the end.
package actor ControlDesk {
    /// The control as it is now.
    package internal(set) var control: SessionControl

    let host: ConversationHost
    let exchange: Exchange
    let process: String
    let stage: any ControlStage
    let clock: @Sendable () -> Date
    let logger: Logger
    let inbox: ControlInbox
    var holding: Holding?
    /// Wakes the control at its next timeout.
    var alarm: Task<Void, Never>?
    /// What takes time: corrections, decisions, requests for people.
    var errands = Errands()
    /// What is to be said because of commands; the newest 64.
    var speeches: [ControlSpeech] = []
    var holdsTurns = false
    var mood = Mood()
    /// Who typed, by command, while it is on its way to the stage.
    var typists: [String: Principal] = [:]
    /// Who waits here for the outcome of a command.
    var waiting: [String: CheckedContinuation<CommandOutcome?, Never>] = [:]
    /// Events that were handled, and who waits until so many are.
    private var handled = 0
    private var settlers: [(count: Int, CheckedContinuation<Void, Never>)] = []
    /// Another process has the session.
    var isLost = false

    /// - Parameters:
    ///   - process: The name of this process, unique among all that share the exchange.
    ///   - stage: Where the session is heard and spoken; held until the desk is let go.
    package init(
        _ host: ConversationHost, exchange: Exchange, process: String, stage: any ControlStage,
        clock: @escaping @Sendable () -> Date, logger: Logger = Logger(label: "parley.desk")
    ) {
        self.host = host
        self.exchange = exchange
        self.process = process
        self.stage = stage
        self.clock = clock
        self.logger = logger
        inbox = ControlInbox(capacity: 1024)
        control = SessionControl()
    }

    /// Tells what happened; in the order told, and without waiting.
    package nonisolated func tell(_ event: SessionControl.Event) {
        inbox.post(event)
    }

    /// Holds the session and works until it is over.
    ///
    /// Throws `HostError.elsewhere` when another process holds the session, or has taken it over; `unavailable` when nobody
    /// can be asked who holds it.
    package func run() async throws(HostError) {
        let holding = try await claim()
        self.holding = holding
        await restore(holding)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.listen() }
            group.addTask { await self.renew() }
            group.addTask { await self.report() }
            await self.work()
            group.cancelAll()
        }
        await close(holding)
        if isLost { throw .elsewhere }
    }

    /// Handles what comes, until the session is over here.
    private func work() async {
        for await event in inbox.events {
            await take(event)
            handled += 1
            wakeSettlers { $0 <= handled }
            if case .ended = event { return }
            if isLost { return }
        }
    }

    /// Returns when everything that was told before is handled, or nothing is handled any more.
    package func settle() async {
        let count = inbox.count
        guard count > handled, holding != nil else { return }
        await withCheckedContinuation { settlers.append((count, $0)) }
    }

    private func wakeSettlers(_ isReached: (Int) -> Bool) {
        let woken = settlers.filter { isReached($0.count) }
        settlers.removeAll { isReached($0.count) }
        for (_, settler) in woken { settler.resume() }
    }

    func take(_ event: SessionControl.Event) async {
        let event = adapted(event)
        await observe(event)
        for effect in control.handle(event, now: clock()) { await carryOut(effect) }
        setAlarm()
    }

    /// Nothing more comes of this session here.
    private func close(_ holding: Holding) async {
        alarm?.cancel()
        inbox.close()
        self.holding = nil
        wakeSettlers { _ in true }
        await errands.all?.value
        for waiter in waiting.values { waiter.resume(returning: nil) }
        waiting = [:]
        if isLost { await host.leave() }
        _ = await host.attach(nil)
        await exchange.holdings.release(holding)
    }

    private func setAlarm() {
        alarm?.cancel()
        alarm = nil
        guard let timeout = control.timeout else { return }
        let pause = max(0, timeout.timeIntervalSince(clock()))
        alarm = Task { [inbox] in
            try? await Task.sleep(for: .seconds(pause))
            if !Task.isCancelled { inbox.post(.woken) }
        }
    }
}
