package import Contract
import SwiftProtobuf
package import Timing

/// A worker registered with a LiveKit server: takes jobs while there are slots, and reports what becomes of them.
///
/// Feed it with `handle(_:now:)`, `handleTimeout(now:)` and the verbs of the worker; then drain `pollOutput()` and wait
/// until `timeout`.
package struct WorkerRegistration: Sendable {
    /// Reports of ended jobs that wait for a connection; beyond it the oldest are dropped.
    private static let maximumReports = 1024

    package let options: WorkerOptions
    private var machine: StateMachine
    private var ledger: JobLedger
    private var outputs: [WorkerOutput] = []
    /// Reports that could not be sent yet.
    private var reports: [Livekit_UpdateJobStatus] = []
    private var load: Float = 0
    private var isDraining = false
    private var hasDrained = false
    private var isStopped = false
    /// What the server was told last on this connection.
    private var toldStatus: Livekit_WorkerStatus?

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
        return soonest.instant
    }

    /// Jobs that were assigned and have not ended.
    package var runningJobs: [String] { ledger.running }

    package var isRegistered: Bool { machine.isRegistered }

    /// What the server is told, or would be.
    package var status: Livekit_WorkerStatus {
        isDraining || ledger.isFull || load >= options.fullLoad ? .wsFull : .wsAvailable
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
            guard let message = try? Livekit_ServerMessage(serializedBytes: bytes).message else { return }
            receive(message, now: now)
        case .ended(let status):
            ledger.forgetReservations()
            toldStatus = nil
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
            case .ping: send(.ping(.with { $0.timestamp = now.nanoseconds / 1_000_000 }))
            case .none: return settle(now: now)
            }
        }
    }

    /// How busy the machine is, 0...1.
    package mutating func report(load: Float, now: Instant) {
        self.load = load.isFinite ? max(0, load) : 1
        settle(now: now)
    }

    /// The job of a `startJob` is over; its slot is free.
    package mutating func jobEnded(_ id: String, _ result: JobResult, now: Instant) {
        guard ledger[id] == .running, ledger.release(id) else { return }
        report(
            .with {
                $0.jobID = id
                $0.status = .jsSuccess
                if case .failed(let reason) = result {
                    $0.status = .jsFailed
                    $0.error = String(reason.prefix(1000))
                }
            })
        settle(now: now)
    }

    /// Takes no more jobs; `drained` follows when none is left.
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
}

// MARK: - Messages

extension WorkerRegistration {
    private mutating func receive(_ message: Livekit_ServerMessage.OneOf_Message, now: Instant) {
        if case .register(let response) = message { return registered(response, now: now) }
        // Before the registration and after a decision to disconnect, no promise is made.
        guard machine.isRegistered else { return }
        var isPong = false
        switch message {
        case .register: break
        case .availability(let request): offered(request.job, now: now)
        case .assignment(let assignment): assigned(assignment)
        case .termination(let termination): terminated(termination.jobID)
        case .pong: isPong = true
        }
        machine.heard(isPong: isPong, now: now)
    }

    private mutating func registered(_ response: Livekit_RegisterWorkerResponse, now: Instant) {
        guard machine.registered(now: now) else { return }
        outputs.append(.registered(workerID: response.workerID))
        sendUpdate(now: now)
        let running = ledger.running
        if !running.isEmpty { send(.migrateJob(.with { $0.jobIds = running })) }
        let waiting = reports
        reports = []
        for report in waiting { self.report(report) }
    }

    private mutating func offered(_ job: Livekit_Job, now: Instant) {
        let isAvailable =
            !isDraining && load < options.fullLoad
            && ledger.reserve(job.id, until: now + options.timing.assignment)
        send(
            .availability(
                .with {
                    $0.jobID = job.id
                    $0.available = isAvailable
                    guard isAvailable else { return }
                    $0.participantIdentity = "agent-" + job.id
                    $0.participantName = options.participantName
                    $0.participantAttributes = options.participantAttributes
                    $0.participantAttributes["lk.agent.name"] = options.agentName
                }))
    }

    private mutating func assigned(_ assignment: Livekit_JobAssignment) {
        let id = assignment.job.id
        if ledger[id] == .running { return }
        guard !assignment.token.isEmpty, ledger.assign(id) else {
            _ = ledger.release(id)
            return report(
                .with {
                    $0.jobID = id
                    $0.status = .jsFailed
                    $0.error = assignment.token.isEmpty ? "no token" : "no slot is free"
                })
        }
        outputs.append(
            .startJob(
                AssignedJob(
                    job: assignment.job, url: assignment.hasURL && !assignment.url.isEmpty ? assignment.url : nil,
                    token: assignment.token)))
        report(
            .with {
                $0.jobID = id
                $0.status = .jsRunning
            })
    }

    private mutating func terminated(_ id: String) {
        switch ledger[id] {
        case .running: outputs.append(.terminateJob(id: id))
        case .reserved: _ = ledger.release(id)
        case .none: break
        }
    }

    private mutating func register() {
        send(
            .register(
                .with {
                    $0.type = options.type
                    $0.version = options.version
                    $0.agentName = options.agentName
                    $0.deployment = options.deployment
                    $0.allowedPermissions = options.permissions
                }))
    }

    /// Now, or as soon as the worker is registered again.
    private mutating func report(_ status: Livekit_UpdateJobStatus) {
        if machine.isRegistered { return send(.updateJob(status)) }
        if reports.count >= Self.maximumReports { reports.removeFirst() }
        reports.append(status)
    }

    /// Says what has changed: full or no longer full, drained.
    private mutating func settle(now: Instant) {
        if machine.isRegistered, toldStatus != status { sendUpdate(now: now) }
        if isDraining, ledger.isEmpty, !hasDrained {
            hasDrained = true
            outputs.append(.drained)
        }
    }

    private mutating func sendUpdate(now: Instant) {
        toldStatus = status
        machine.updated(now: now)
        send(
            .updateWorker(
                .with {
                    $0.status = status
                    $0.load = load
                    $0.jobCount = UInt32(ledger.running.count)
                }))
    }

    private mutating func apply(_ ended: StateMachine.OnEnded) {
        guard case .stop(let reason) = ended else { return }
        isStopped = true
        outputs.append(.stopped(reason))
    }

    private mutating func send(_ message: Livekit_WorkerMessage.OneOf_Message) {
        guard let bytes: [UInt8] = try? Livekit_WorkerMessage.with({ $0.message = message }).serializedBytes() else {
            preconditionFailure("a message without required fields always serialises")
        }
        outputs.append(.send(bytes))
    }
}
