/// Why a worker stopped for good.
package enum WorkerStop: Error, Hashable, Sendable {
    /// It was told to.
    case requested
    /// The server does not accept its token (401 or 403).
    case unauthorized
    /// The first connection found a server without `/agent` (404).
    case noWorkersHere
    /// No first connection came about, this many times in a row.
    case unreachable(attempts: Int)
}
