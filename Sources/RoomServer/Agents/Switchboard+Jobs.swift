package import Contract
import Foundation
import Timing
import Token

// Dispatch: a job for a room goes to one worker, least loaded first; who refuses or is silent is passed over.
extension Switchboard {
    /// A worker has this long to answer an offer.
    private static let answerTime = Duration.seconds(10)
    private static let tokenLifetime = Duration.seconds(3600)

    /// Automatic dispatch: an unnamed agent for every new room, the named ones of the token for a new room.
    mutating func dispatchAgents(to room: String, claims: Claims, isNew: Bool) {
        guard claims.kind != .agent, claims.video?.agent != true else { return }
        guard !everyone(in: room).contains(where: \.isAgent), !jobs.values.contains(where: { $0.room == room }) else {
            return
        }
        let named = claims.roomConfiguration?.agents ?? []
        if isNew || rooms[room]?.dispatches.isEmpty == true {
            for agent in named { _ = createDispatch(agent.agentName ?? "", room, agent.metadata ?? "") }
        }
        if named.isEmpty { offerJob(agentName: "", room: room, metadata: "", dispatchID: "") }
    }

    /// Explicit dispatch. The room is made if it does not exist.
    package mutating func createDispatch(_ agentName: String, _ room: String, _ metadata: String)
        -> Livekit_AgentDispatch
    {
        _ = ensureRoom(room)
        var dispatch = Livekit_AgentDispatch()
        dispatch.id = newID(.dispatch)
        dispatch.agentName = agentName
        dispatch.room = room
        dispatch.metadata = metadata
        dispatch.state.createdAt = wallClock * 1_000_000
        rooms[room]?.dispatches.append(dispatch)
        offerJob(agentName: agentName, room: room, metadata: metadata, dispatchID: dispatch.id)
        return dispatch
    }

    private mutating func offerJob(agentName: String, room: String, metadata: String, dispatchID: String) {
        guard let hosted = rooms[room] else { return }
        var job = Livekit_Job()
        job.id = newID(.job)
        job.type = .jtRoom
        job.room = snapshot(of: hosted)
        job.metadata = metadata
        job.agentName = agentName
        job.dispatchID = dispatchID
        job.state.updatedAt = wallClock * 1_000_000
        offer(job, room: room, asked: [])
    }

    private mutating func offer(_ job: Livekit_Job, room: String, asked: Set<ConnectionID>) {
        let candidates = workers.filter { $0.value.serves(job.agentName) && !asked.contains($0.key) }
        guard let best = candidates.min(by: { $0.value.load < $1.value.load }) else {
            jobs[job.id] = nil
            return
        }
        var job = job
        job.state.workerID = best.value.id
        jobs[job.id] = PlacedJob(
            job: job, room: room, worker: best.key, deadline: now + Self.answerTime, asked: asked.union([best.key]))
        var request = Livekit_AvailabilityRequest()
        request.job = job
        send(.availability(request), to: best.key)
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

    /// A worker's answer: the job is assigned with a token of its own, or offered to the next worker.
    mutating func place(_ answer: Livekit_AvailabilityResponse, _ connection: ConnectionID) {
        guard var placed = jobs[answer.jobID], placed.worker == connection, placed.deadline != nil else { return }
        guard answer.available, let worker = workers[connection] else { return offerToNext(answer.jobID) }
        guard let token = agentToken(answer, placed, worker) else { return offerToNext(answer.jobID) }
        placed.deadline = nil
        placed.job.state.participantIdentity = answer.participantIdentity
        placed.job.state.status = .jsRunning
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
        var grant = VideoGrant.join(placed.room)
        grant.agent = true
        grant.canPublish = allowed.canPublish
        grant.canSubscribe = allowed.canSubscribe
        grant.canPublishData = allowed.canPublishData
        grant.canUpdateOwnMetadata = allowed.canUpdateMetadata
        grant.hidden = allowed.hidden
        token.grants = grant
        let date = Date(timeIntervalSince1970: Double(wallClock) / 1000)
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
        let isAccident = reason == .signalClose || reason == .connectionTimeout
        for (id, placed) in jobs where placed.isFor(guest.identity, in: guest.roomName) {
            if !isAccident { jobs[id] = nil } else if workers[placed.worker] == nil { offerToNext(id) }
        }
    }

    mutating func endJobs(in room: String) {
        for (id, placed) in jobs where placed.room == room {
            var termination = Livekit_JobTermination()
            termination.jobID = id
            send(.termination(termination), to: placed.worker)
            jobs[id] = nil
        }
    }
}
