import AgentDispatch

/// Why a worker gave up.
package enum VoiceWorkerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server does not accept the key or the secret.
    case unauthorized
    /// There is a server, but it has no `/agent`.
    case noWorkersHere(server: String)
    /// Nobody answers at the address.
    case unreachable(server: String, reason: String)
    /// The token could not be signed: the key or the secret is empty.
    case missingKey

    /// - Parameters:
    ///   - server: the address that was tried.
    ///   - reason: why the last attempt failed.
    init?(_ stop: WorkerStop, server: String, reason: String) {
        switch stop {
        case .requested: return nil
        case .unauthorized: self = .unauthorized
        case .noWorkersHere: self = .noWorkersHere(server: server)
        case .unreachable: self = .unreachable(server: server, reason: reason)
        }
    }

    package var description: String {
        switch self {
        case .unauthorized:
            "the server refuses the API key or its secret; check LIVEKIT_API_KEY and LIVEKIT_API_SECRET"
        case .noWorkersHere(let server):
            "\(server) answers, but takes no workers; check that LIVEKIT_URL is the address of a LiveKit server"
        case .unreachable(let server, let reason):
            "no LiveKit server at \(server): \(reason); check LIVEKIT_URL, and that the server runs"
        case .missingKey: "the API key or its secret is empty; set LIVEKIT_API_KEY and LIVEKIT_API_SECRET"
        }
    }
}
