import Contract
import SwiftProtobuf
import Timing
import Token

// A job goes to one worker, the freer the likelier; who refuses or is silent is passed over.
extension Switchboard {
    /// A worker has this long to answer an offer.
    private static let answerTime = Duration.seconds(10)
    private static let tokenLifetime = Duration.seconds(3600)

    mutating func offer(_ job: Livekit_Job, room: String, asked: Set<ConnectionID>) {
        let candidates = workers.filter { $0.value.serves(job) && !asked.contains($0.key) }
        guard let connection = choose(candidates), let worker = workers[connection] else {
            jobs[job.id] = nil
            return
        }
        var job = job
        job.state.workerID = worker.id
        jobs[job.id] = PlacedJob(
            job: job, room: room, worker: connection, deadline: now + Self.answerTime,
            asked: asked.union([connection]))
        send(.availability(.with { $0.job = job }), to: connection)
    }

    /// By chance, in proportion to what is free; when nothing is, the least loaded.
    private mutating func choose(_ candidates: [ConnectionID: RegisteredWorker]) -> ConnectionID? {
        let candidates = candidates.sorted { $0.key.number < $1.key.number }
        let total = candidates.reduce(0) { $0 + $1.value.weight }
        guard total > 0, candidates.count > 1 else { return candidates.min { $0.value.load < $1.value.load }?.key }
        var place = Double(random.next() >> 11) / 9_007_199_254_740_992 * total
        for (connection, worker) in candidates {
            place -= worker.weight
            if place < 0 { return connection }
        }
        return candidates.last?.key
    }

    mutating func offerToNext(_ id: String) {
        guard let placed = jobs[id] else { return }
        guard rooms[placed.room] != nil else {
            jobs[id] = nil
            return
        }
        offer(placed.job, room: placed.room, asked: placed.asked)
    }

    mutating func expireJobs() {
        for (id, placed) in jobs {
            if let due = placed.deadline, due <= now { offerToNext(id) }
        }
    }

    /// A worker's answer: the job is assigned with a token of its own, or offered to the next worker, unless the worker
    /// says that it is done with.
    mutating func place(_ answer: Livekit_AvailabilityResponse, _ connection: ConnectionID) {
        guard var placed = jobs[answer.jobID], placed.worker == connection, placed.deadline != nil else { return }
        guard !answer.terminate else {
            jobs[answer.jobID] = nil
            return
        }
        guard answer.available, let worker = workers[connection], let token = agentToken(answer, placed, worker) else {
            return offerToNext(answer.jobID)
        }
        placed.deadline = nil
        placed.job.state.participantIdentity = answer.participantIdentity
        placed.job.state.status = .jsRunning
        placed.job.state.startedAt = wallClock * 1_000_000
        jobs[answer.jobID] = placed
        var assignment = Livekit_JobAssignment()
        assignment.job = placed.job
        assignment.token = token
        send(.assignment(assignment), to: connection)
    }

    private func agentToken(
        _ answer: Livekit_AvailabilityResponse, _ placed: PlacedJob, _ worker: RegisteredWorker
    ) -> String? {
        guard let secret = configuration.secrets[worker.apiKey] else { return nil }
        let allowed = worker.registration?.allowedPermissions ?? Livekit_ParticipantPermission()
        var token = AccessToken(identity: answer.participantIdentity, name: answer.participantName, kind: .agent)
        token.metadata = answer.participantMetadata
        token.attributes = answer.participantAttributes
        if !placed.job.agentName.isEmpty { token.attributes["lk.agent_name"] = placed.job.agentName }
        var grant = VideoGrant.join(placed.room)
        grant.agent = true
        grant.follow(allowed)
        token.grants = grant
        return try? token.signed(key: worker.apiKey, secret: secret, now: date, validFor: Self.tokenLifetime)
    }

    mutating func report(_ update: Livekit_UpdateJobStatus) {
        jobs[update.jobID]?.job.state.status = update.status
        guard update.status == .jsSuccess || update.status == .jsFailed else { return }
        jobs[update.jobID] = nil
    }

    /// An agent that lost its connection comes back under the same identity, or its worker reports the end; without
    /// its worker, another one takes over. One that left for another reason has ended its job.
    mutating func agentLeft(_ guest: Guest, reason: Livekit_DisconnectReason) {
        guard reason != .duplicateIdentity else { return }
        let accidents: Set<Livekit_DisconnectReason> = [.signalClose, .connectionTimeout, .stateMismatch]
        for (id, placed) in jobs where placed.isFor(guest.identity, in: guest.roomName) {
            if !accidents.contains(reason) { jobs[id] = nil } else if workers[placed.worker] == nil { offerToNext(id) }
        }
    }

    /// A participant is gone, and with it the jobs about it.
    mutating func endJobs(for guest: Guest) {
        terminateJobs { $0.concerns(guest) }
    }

    mutating func endJobs(in room: String) {
        terminateJobs { $0.room == room }
    }

    mutating func terminateJobs(where isOver: (PlacedJob) -> Bool) {
        for (id, placed) in jobs where isOver(placed) {
            send(.termination(.with { $0.jobID = id }), to: placed.worker)
            jobs[id] = nil
        }
    }
}
