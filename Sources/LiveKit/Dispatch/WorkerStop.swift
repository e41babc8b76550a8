/// Why a worker stopped for good.
package enum WorkerStop: Error, Hashable, Sendable {
    /// It was told to.
    case requested
    /// The server does not accept its token (401 or 403).
    case unauthorized
    /// It could not connect this many times in a row.
    case unreachable(attempts: Int)
}
