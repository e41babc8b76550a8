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

    /// Whether it takes jobs for this agent name.
    func serves(_ agentName: String) -> Bool {
        guard let registration, isAvailable else { return false }
        return registration.agentName == agentName && registration.type == .jtRoom
    }
}
