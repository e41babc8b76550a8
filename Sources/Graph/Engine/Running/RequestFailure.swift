/// Why a request has no answer.
package enum RequestFailure: Hashable, Sendable, Codable {
    /// Whoever was asked could not do it, for this reason.
    case failed(String)
    /// Nobody answered in time, however often they were asked; or a branch did not come to its join in time.
    case timedOut
    /// Nobody decided in time.
    case expired
}
