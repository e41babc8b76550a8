/// The error codes of Twirp, version 7, by their names on the wire.
package enum TwirpCode: String, Hashable, Sendable {
    case aborted
    case alreadyExists = "already_exists"
    case badRoute = "bad_route"
    case canceled
    case dataloss
    case deadlineExceeded = "deadline_exceeded"
    case failedPrecondition = "failed_precondition"
    case internalError = "internal"
    case invalidArgument = "invalid_argument"
    case malformed
    case notFound = "not_found"
    case outOfRange = "out_of_range"
    case permissionDenied = "permission_denied"
    case resourceExhausted = "resource_exhausted"
    case unauthenticated
    case unavailable
    case unimplemented
    /// Also every code that is not known here.
    case unknown
}
