package import Token

/// Why a webhook was not believed.
package enum WebhookError: Error, Hashable, Sendable {
    /// There is no `Authorization`.
    case missingToken
    /// The token is not the server's, or its time is over.
    case token(TokenError)
    /// The token is the server's, but not one over a body: somebody's key to a room, perhaps.
    case missingHash
    /// The body is not the one that was signed.
    case wrongHash
    /// The body is too long to be an event.
    case tooLong
    /// Properly signed, and no event.
    case malformed
    /// The event was received before. Answer as if all were well, or the server sends it a third time.
    case replayed

    /// The HTTP status to answer with.
    package var status: Int {
        switch self {
        case .replayed: 200
        case .malformed: 400
        case .missingToken, .token, .missingHash, .wrongHash: 401
        case .tooLong: 413
        }
    }
}

extension WebhookError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missingToken: "the webhook has no token"
        case .token(let error): "the webhook's token is refused: \(error)"
        case .missingHash: "the webhook's token is not one for webhooks"
        case .wrongHash: "the webhook's body is not the one that was signed"
        case .tooLong: "the webhook's body is too long"
        case .malformed: "the webhook's body is no event"
        case .replayed: "the webhook's event was received before"
        }
    }
}
