/// Why a room connection ended, or could not be made.
package enum RoomFailure: Error, Hashable, Sendable {
    /// The token is missing, expired, wrong, or not for joining (HTTP 401 or 403).
    case unauthorized(String)
    /// The room does not exist and may not be created.
    case roomNotFound(String)
    /// The server does not take the request at all (HTTP 400): the identity is missing or too long, for example.
    case badRequest(String)
    /// Neither version of the signalling protocol is spoken there.
    case serverTooOld
    /// Nobody answers, or not in time.
    case unreachable(String)
    /// Someone else joined under our identity.
    case duplicateIdentity
    /// A supervisor or the API removed us.
    case removed
    /// The room was deleted, or closed because nobody was left.
    case roomClosed
    case serverShutdown
    /// The server ended the session for another reason; the number is its `DisconnectReason`.
    case disconnected(reason: Int)
}
