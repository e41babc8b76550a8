package import Contract
import SwiftProtobuf
package import Timing

/// A worker registered with a LiveKit server: takes jobs while there are slots, and reports what becomes of them.
///
/// Feed it with `handle(_:now:)`, `handleTimeout(now:)` and the verbs of the worker; then drain `pollOutput()` and wait
/// until `timeout`.
package struct WorkerRegistration: Sendable {
    package let options: WorkerOptions
    var machine: StateMachine
    var ledger: JobLedger
    var reports = ReportQueue()
    var outputs: [WorkerOutput] = []
    private(set) var load: Float = 0
    /// Full by its load, until it is relieved.
    private(set) var isOverloaded = false
    private(set) var isDraining = false
    private var hasDrained = false
    /// A draining worker without jobs waits so long to report the last.
    private var lastReports: Instant?
    private var isStopped = false
    /// What the server said that is no message.
    package private(set) var unreadableMessages = 0
    /// When the server was asked last whether it is there.
    var pinged: Instant?
    /// What the server was told last on this connection.
    var toldStatus: Livekit_WorkerStatus?

    package init(_ options: WorkerOptions) {
        self.options = options
        machine = StateMachine(timing: options.timing)
        ledger = JobLedger(capacity: options.capacity)
    }

    /// When to call `handleTimeout(now:)`.
    package var timeout: Instant? {
        var soonest = Soonest<Void>()
        guard !isStopped else { return nil }
        soonest.consider(machine.timeout, ())
        soonest.consider(ledger.timeout, ())
        soonest.consider(hasDrained ? nil : lastReports, ())
        return soonest.instant
    }

    /// Jobs that were assigned and have not ended.
    package var runningJobs: [String] { ledger.running }

    package var isRegistered: Bool { machine.isRegistered }

    /// What the server is told, or would be.
    package var status: Livekit_WorkerStatus {
        isDraining || ledger.isFull || isOverloaded ? .wsFull : .wsAvailable
    }

    /// The next thing to do; drain until `nil`.
    package mutating func pollOutput() -> WorkerOutput? {
        outputs.isEmpty ? nil : outputs.removeFirst()
    }

    package mutating func start(now: Instant) {
        if machine.start() { outputs.append(.connect) }
    }

    package mutating func handle(_ event: WorkerEvent, now: Instant) {
        switch event {
        case .opened:
            if machine.opened(now: now) { register() }
        case .received(let bytes):
            guard let message = try? Livekit_ServerMessage(serializedBytes: bytes) else {
                unreadableMessages += 1
                break
            }
            // A message of a kind that is not known here is none of our business.
            if let kind = message.message { receive(kind, now: now) }
        case .ended(let status):
            ledger.forgetReservations()
            reports.unsend(sentSince: now - options.timing.silence)
            (toldStatus, pinged) = (nil, nil)
            apply(machine.ended(status: status, now: now))
        }
        settle(now: now)
    }

    package mutating func handleTimeout(now: Instant) {
        ledger.expire(now: now)
        while true {
            switch machine.timerFired(now: now) {
            case .connect: outputs.append(.connect)
            case .disconnect: outputs.append(.disconnect)
            case .update: sendUpdate(now: now)
            case .ping: ping(now: now)
            case .none: return settle(now: now)
            }
        }
    }

    /// How busy the worker is, 0...1. It is full from one load on and relieved below a lower one, so that it does not
    /// change its mind with every measurement.
    package mutating func report(load: Float, now: Instant) {
        self.load = load.isFinite ? max(0, load) : 1
        isOverloaded = self.load >= (isOverloaded ? options.relievedLoad : options.fullLoad)
        settle(now: now)
    }

    /// The job of a `startJob` is over; its slot is free.
    package mutating func jobEnded(_ id: String, _ result: JobResult, now: Instant) {
        guard ledger[id] == .running, ledger.release(id) else { return }
        switch result {
        case .succeeded:
            ledger.finish(id)
            report(id, .jsSuccess, now: now)
        case .failed(let reason): report(id, .jsFailed, reason, now: now)
        }
        settle(now: now)
    }

    /// Takes no more jobs; `drained` follows when none is left and the end of the last was reported.
    package mutating func drain(now: Instant) {
        isDraining = true
        settle(now: now)
    }

    /// Disconnects and never connects again; `stopped` follows.
    package mutating func stop(now: Instant) {
        let (disconnect, ended) = machine.requestStop()
        if disconnect { outputs.append(.disconnect) }
        apply(ended)
    }

    /// Says what has changed: full or no longer full, drained.
    mutating func settle(now: Instant) {
        if machine.isRegistered, toldStatus != status { sendUpdate(now: now) }
        guard isDraining, !hasDrained, ledger.isEmpty else { return }
        if lastReports == nil { lastReports = now + options.timing.lastReports }
        let isHopeless = machine.isStopped || lastReports.map { $0 <= now } ?? false
        guard !reports.hasUnsent || isHopeless else { return }
        hasDrained = true
        outputs.append(.drained)
    }

    private mutating func apply(_ ended: StateMachine.OnEnded) {
        guard case .stop(let reason) = ended else { return }
        isStopped = true
        outputs.append(.stopped(reason))
    }
}
