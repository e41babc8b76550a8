import Contract

/// A worker on the `/agent` socket.
struct RegisteredWorker {
    /// `AW_…`
    let id: String
    /// Which key signed its token; jobs are signed with the same.
    let apiKey: String
    /// `nil` until it has registered.
    var registration: Livekit_RegisterWorkerRequest?
    var isAvailable = false
    /// 0 to 1, by its own account.
    var load: Float = 0

    /// How likely it is chosen among others: the share of it that is free.
    var weight: Double { load.isFinite ? Double(max(0, 1 - load)) : 0 }

    /// Whether it takes such jobs at all.
    func isMeant(for dispatch: Livekit_AgentDispatch, _ type: Livekit_JobType) -> Bool {
        guard let registration else { return false }
        return registration.agentName == dispatch.agentName && registration.type == type
            && registration.deployment == dispatch.deployment
    }

    /// Whether it takes this job now.
    func serves(_ job: Livekit_Job) -> Bool {
        guard let registration, isAvailable else { return false }
        return registration.agentName == job.agentName && registration.type == job.type
            && registration.namespace == job.namespace && registration.deployment == job.deployment
    }
}
