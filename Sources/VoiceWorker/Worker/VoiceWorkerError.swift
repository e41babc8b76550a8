import AgentDispatch

/// Why a worker gave up.
package enum VoiceWorkerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server does not accept the key or the secret.
    case unauthorized
    /// Nobody answers at the address, after so many attempts.
    case unreachable(attempts: Int)
    /// The token could not be signed: the key or the secret is empty.
    case missingKey

    init?(_ stop: WorkerStop) {
        switch stop {
        case .requested: return nil
        case .unauthorized: self = .unauthorized
        case .unreachable(let attempts): self = .unreachable(attempts: attempts)
        }
    }

    package var description: String {
        switch self {
        case .unauthorized: "the server refuses the API key or secret"
        case .unreachable(let attempts): "no LiveKit server answers at this address (\(attempts) attempts)"
        case .missingKey: "the API key or secret is empty"
        }
    }
}
