import AgentDispatch
import Contract
import Conversation
import Host
import Logging
import NIOCore
import Session
import Store
import Supervision
import Timing
import Transport

/// Jobs become calls.
extension VoiceWorker {
    /// What ending at once may take.
    private static let abortDeadline = Duration.seconds(2)
    /// Between two attempts to take a session.
    private static let claimPause = Duration.milliseconds(100)

    func begin(_ job: AssignedJob) {
        let id = job.job.id
        jobs.updateValue(nil, forKey: id)
        logger.info("job assigned", metadata: ["job": "\(id)", "room": "\(job.job.room.name)"])
        Task { finish(id, await serve(job)) }
    }

    private func serve(_ job: AssignedJob) async -> CallOutcome {
        let server = job.url.flatMap { ServerURL($0) } ?? options.server
        let invitation = CallInvitation(server: server, token: job.token, room: job.job.room.name, job: job.job.id)
        // A server that lost sight of an agent may send its worker the same call again.
        guard serving.insert(invitation.sessionID).inserted else { return .failed("the session is served already") }
        defer { serving.remove(invitation.sessionID) }
        guard let holding = await claim(invitation.sessionID) else {
            return .failed("another process holds the session")
        }
        do {
            let host = try await services.reception.open(.voice, id: invitation.sessionID, room: invitation.room)
            let workspace = await workspace(of: invitation.sessionID)
            let call = try CallSession(
                invitation, host: host, services: services, workspace: workspace, on: loops.next())
            guard !revoked.contains(job.job.id) else {
                await services.reception.close(invitation.sessionID, reason: "terminated")
                await services.world.exchange.holdings.release(holding)
                return .ended(reason: "terminated")
            }
            jobs[job.job.id] = call
            return await call.run()
        } catch {
            await services.world.exchange.holdings.release(holding)
            return .failed("the call could not begin: \(error)")
        }
    }

    /// On whose account the call is; nobody waits long for a database that does not answer.
    private func workspace(of session: String) async -> String {
        let database = services.world.database
        let (answers, answer) = AsyncStream.makeStream(of: String?.self, bufferingPolicy: .bufferingOldest(1))
        let look = Task.detached { answer.yield((try? await database.workspace(ofSession: session)) ?? nil) }
        let alarm = Task.detached {
            try? await Task.sleep(for: Self.claimPause)
            answer.yield(nil)
        }
        defer {
            look.cancel()
            alarm.cancel()
        }
        for await workspace in answers { return workspace ?? Workspace.first }
        return Workspace.first
    }

    /// Takes the session of a call. Whoever had it may have died just now: its holding ends by itself, and is awaited.
    private func claim(_ session: String) async -> Holding? {
        let world = services.world
        let deadline = Instant.monotonic() + options.claimDeadline
        while true {
            let holding = try? await world.exchange.holdings.claim(session, by: world.process, now: world.clock())
            if let holding { return holding }
            guard Instant.monotonic() < deadline, !isShuttingDown else {
                logger.error("job refused: another process holds the session", metadata: ["session": "\(session)"])
                return nil
            }
            try? await Task.sleep(for: Self.claimPause)
        }
    }

    private func finish(_ id: String, _ outcome: CallOutcome) {
        jobs[id] = nil
        revoked.remove(id)
        let result: JobResult =
            switch outcome {
            case .ended: .succeeded
            case .failed(let reason): .failed(reason)
            }
        drive { $0.jobEnded(id, result, now: $1) }
        guard jobs.isEmpty else { return }
        for one in idling { one.resume() }
        idling = []
    }

    /// Ends a job's call, or what is to become one.
    func terminate(_ id: String, _ reason: String = "terminated") {
        guard let call = jobs[id] else { return }
        guard let call else {
            revoked.insert(id)
            return
        }
        Task { await call.terminate(reason) }
    }

    // MARK: Shutting down

    /// Takes no more jobs and lets the live calls finish, for a while.
    package func drain() {
        guard !isShuttingDown else { return }
        isShuttingDown = true
        logger.info("shutting down", metadata: ["calls": "\(jobs.count)"])
        drive { $0.drain(now: $1) }
        after(options.drainDeadline) { $0.sayFarewell() }
        after(options.drainDeadline + options.farewellDeadline) { $0.endCalls("shutdown") }
    }

    /// Takes no more jobs and ends the live calls. Their end is reported if that can be done at once.
    func abort() {
        isShuttingDown = true
        endCalls("shutdown")
        drive { $0.drain(now: $1) }
        after(Self.abortDeadline) { $0.stopNow() }
    }

    /// The worker's socket is gone for good. Calls that still run end with a farewell.
    func endWithoutServer() async {
        guard !jobs.isEmpty else { return }
        sayFarewell()
        after(options.farewellDeadline) { $0.endCalls("shutdown") }
        await withCheckedContinuation { idling.append($0) }
    }

    private func sayFarewell() {
        for call in calls { Task { await call.conclude(options.farewell) } }
    }

    func stopNow() {
        isShuttingDown = true
        drive { $0.stop(now: $1) }
    }

    func endCalls(_ reason: String) {
        for id in jobs.keys { terminate(id, reason) }
    }

    private func after(_ wait: Duration, _ body: @escaping @Sendable (isolated VoiceWorker) -> Void) {
        _ = loop.scheduleTask(in: .nanoseconds(wait.nanoseconds)) { [weak self] in
            self?.assumeIsolated { body($0) }
        }
    }

    // MARK: Load

    /// Looks once a second how late the loops are.
    func measureLoad() -> RepeatedTask {
        loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { [weak self] _ in
            self?.assumeIsolated { $0.probe() }
        }
    }

    private func probe() {
        lateness.add(lag)
        let share = Load(jobs: jobs.count, capacity: options.capacity, lag: lateness.value).value
        drive { $0.report(load: share, now: $1) }
        lag = .zero
        let begin = Instant.monotonic()
        for loop in loops.makeIterator() {
            loop.execute { [weak self] in
                let late = Instant.monotonic() - begin
                Task { await self?.note(lag: late) }
            }
        }
    }

    private func note(lag late: Duration) { lag = max(lag, late) }
}
