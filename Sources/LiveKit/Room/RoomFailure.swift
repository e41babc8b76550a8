/// Why a room connection ended, or could not be made.
package enum RoomFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The token is missing, expired, wrong, or not for joining (HTTP 401 or 403).
    case unauthorized(String)
    /// The room does not exist and may not be created.
    case roomNotFound(String)
    /// The server does not speak this version of the protocol.
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

    package var description: String {
        switch self {
        case .unauthorized(let text): "the server refuses the token: \(text)"
        case .roomNotFound(let text): "the room does not exist: \(text)"
        case .serverTooOld: "the server does not offer /rtc/v1; it is too old for this client"
        case .unreachable(let text): "the server cannot be reached: \(text)"
        case .duplicateIdentity: "another participant joined under the same identity"
        case .removed: "removed from the room"
        case .roomClosed: "the room was closed"
        case .serverShutdown: "the server is shutting down"
        case .disconnected(let reason): "the server ended the session (reason \(reason))"
        }
    }
}
