/// A sort of error, as programs tell them apart (RFC 9457): the last part of `type`, also `code`.
package enum ProblemKind: String, Hashable, Sendable, CaseIterable {
    case unauthenticated
    case forbidden
    case notFound = "not-found"
    case validation
    case methodNotAllowed = "method-not-allowed"
    case sessionEnded = "session-ended"
    case controlHeld = "control-held"
    case staleTurn = "stale-turn"
    case alreadyDecided = "already-decided"
    case conflict
    case idempotencyInProgress = "idempotency-in-progress"
    case idempotencyMismatch = "idempotency-mismatch"
    case rateLimited = "rate-limited"
    case quota
    case budgetExhausted = "budget-exhausted"
    case cursorExpired = "cursor-expired"
    case workerUnavailable = "worker-unavailable"
    case degradedWrite = "degraded-write"
    case overloaded
    case payloadTooLarge = "payload-too-large"
    case unsupportedMedia = "unsupported-media"
    case upgradeRequired = "upgrade-required"
    case `internal`

    package var status: Int {
        switch self {
        case .unauthenticated: 401
        case .forbidden: 403
        case .notFound: 404
        case .validation: 400
        case .methodNotAllowed: 405
        case .sessionEnded, .controlHeld, .alreadyDecided, .conflict, .idempotencyInProgress: 409
        case .cursorExpired: 410
        case .staleTurn: 412
        case .payloadTooLarge: 413
        case .unsupportedMedia: 415
        case .idempotencyMismatch: 422
        case .upgradeRequired: 426
        case .rateLimited, .quota, .budgetExhausted: 429
        case .internal: 500
        case .workerUnavailable, .degradedWrite, .overloaded: 503
        }
    }

    /// For people; without a full stop.
    package var title: String {
        switch self {
        case .unauthenticated: "Not signed in"
        case .forbidden: "Not allowed"
        case .notFound: "Not found"
        case .validation: "The request is not valid"
        case .methodNotAllowed: "Method not allowed"
        case .sessionEnded: "The session has ended"
        case .controlHeld: "Somebody else has the say"
        case .staleTurn: "The conversation has moved on"
        case .alreadyDecided: "Already decided"
        case .conflict: "Conflict"
        case .idempotencyInProgress: "The same request is being answered"
        case .idempotencyMismatch: "The key was used for another request"
        case .rateLimited: "Too many requests"
        case .quota: "Too many at once"
        case .budgetExhausted: "The budget is spent"
        case .cursorExpired: "The cursor is too old"
        case .workerUnavailable: "Nobody holds this session"
        case .degradedWrite: "Writing is not possible now"
        case .overloaded: "Too busy"
        case .payloadTooLarge: "The body is too large"
        case .unsupportedMedia: "The body is not JSON"
        case .upgradeRequired: "This is a WebSocket"
        case .internal: "Something went wrong"
        }
    }
}
