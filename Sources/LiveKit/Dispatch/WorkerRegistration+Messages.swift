import Contract
import SwiftProtobuf
import Timing

// What the server says.
extension WorkerRegistration {
    mutating func receive(_ message: Livekit_ServerMessage.OneOf_Message, now: Instant) {
        if case .register(let response) = message { return registered(response, now: now) }
        // Before the registration and after a decision to disconnect, no promise is made.
        guard machine.isRegistered else { return }
        var isPong = false
        switch message {
        case .register: break
        case .availability(let request): offered(request.job, now: now)
        case .assignment(let assignment): assigned(assignment, now: now)
        case .termination(let termination): terminated(termination.jobID)
        case .pong(let pong):
            isPong = true
            if let pinged, pong.lastTimestamp == Self.milliseconds(pinged) { reports.confirm(before: pinged) }
        }
        machine.heard(isPong: isPong, now: now)
    }

    private mutating func registered(_ response: Livekit_RegisterWorkerResponse, now: Instant) {
        guard machine.registered(now: now) else { return }
        outputs.append(.registered(workerID: response.workerID))
        sendUpdate(now: now)
        let running = ledger.running
        if !running.isEmpty { send(.migrateJob(.with { $0.jobIds = running })) }
        sendReports(now: now)
    }

    /// Answers at once. The slot is held before the answer is said, so that of two offers for the last one only one is
    /// taken. A job that runs here or has done its work is ended for the server, or a second agent would be sent; so is
    /// one for a room that a call of ours returns to.
    private mutating func offered(_ job: Livekit_Job, now: Instant) {
        var answer = Livekit_AvailabilityResponse()
        answer.jobID = job.id
        if ledger.knows(job.id) || ledger.serves(former: job.room) {
            answer.terminate = true
        } else if mayTake(job), ledger.reserve(job.id, until: now + options.timing.assignment) {
            answer.available = true
            answer.participantIdentity = "agent-" + job.id
            answer.participantName = options.participantName
            answer.participantAttributes = options.participantAttributes
            answer.participantAttributes["lk.agent.name"] = options.agentName
        }
        send(.availability(answer))
    }

    private func mayTake(_ job: Livekit_Job) -> Bool {
        !isDraining && !isOverloaded && !job.id.isEmpty && job.type == options.type
    }

    private mutating func assigned(_ assignment: Livekit_JobAssignment, now: Instant) {
        let id = assignment.job.id
        if id.isEmpty || ledger[id] == .running { return }
        if let reason = refusal(of: assignment) {
            _ = ledger.release(id)
            return report(id, .jsFailed, reason, now: now)
        }
        let url = assignment.url.isEmpty ? nil : assignment.url
        outputs.append(.startJob(AssignedJob(job: assignment.job, url: url, token: assignment.token)))
        report(id, .jsRunning, now: now)
    }

    /// Why the job cannot run here; `nil` when it has its slot now.
    private mutating func refusal(of assignment: Livekit_JobAssignment) -> String? {
        if assignment.token.isEmpty { return "no token" }
        if isDraining, ledger[assignment.job.id] == nil { return "the worker is shutting down" }
        return ledger.assign(assignment.job.id, in: assignment.job.room) ? nil : "no slot is free"
    }

    private mutating func terminated(_ id: String) {
        switch ledger[id] {
        case .running: outputs.append(.terminateJob(id: id))
        case .reserved: _ = ledger.release(id)
        case .none: break
        }
    }
}

// What the server is told.
extension WorkerRegistration {
    /// The longest reason of a failure, in characters.
    private static let longestReason = 1000

    mutating func register() {
        send(
            .register(
                .with {
                    $0.type = options.type
                    $0.version = options.version
                    $0.agentName = options.agentName
                    if !options.namespace.isEmpty { $0.namespace = options.namespace }
                    $0.deployment = options.deployment
                    $0.allowedPermissions = options.permissions
                }))
    }

    mutating func sendUpdate(now: Instant) {
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

    mutating func ping(now: Instant) {
        pinged = now
        send(.ping(.with { $0.timestamp = Self.milliseconds(now) }))
    }

    /// Now, or as soon as the worker is registered again.
    mutating func report(_ id: String, _ status: Livekit_JobStatus, _ error: String = "", now: Instant) {
        reports.append(
            .with {
                $0.jobID = id
                $0.status = status
                $0.error = String(error.prefix(Self.longestReason))
            })
        if machine.isRegistered { sendReports(now: now) }
    }

    private mutating func sendReports(now: Instant) {
        for report in reports.takeUnsent(now: now) { send(.updateJob(report)) }
    }

    private mutating func send(_ message: Livekit_WorkerMessage.OneOf_Message) {
        guard let bytes: [UInt8] = try? Livekit_WorkerMessage.with({ $0.message = message }).serializedBytes() else {
            preconditionFailure("a message without required fields always serialises")
        }
        outputs.append(.send(bytes))
    }

    private static func milliseconds(_ instant: Instant) -> Int64 { instant.nanoseconds / 1_000_000 }
}
