extension ProblemKind {
    /// What it means and what to do about it, in a few sentences for people.
    package var advice: String { access ?? conflict ?? request ?? service }

    private var access: String? {
        switch self {
        case .unauthenticated: "The token is missing, expired or not ours. Sign in, refresh it, or send an API key."
        case .forbidden: "You are known, but your role or your key is not granted this."
        case .notFound: "It does not exist, or it is not yours to see; the answer is the same."
        case .rateLimited: "Wait as long as Retry-After says. RateLimit tells what is left."
        case .quota: "Too many of these exist at the same time; the members limit and name say which."
        case .budgetExhausted: "Nothing is begun until the period ends or an admin raises the budget."
        default: nil
        }
    }

    private var conflict: String? {
        switch self {
        case .sessionEnded: "A session that has ended takes no more of this. Its records can still be read."
        case .controlHeld: "Another supervisor has the control lease until expires_at; holder says who."
        case .staleTurn: "The conversation moved on since what If-Match names. Look at it again, then decide again."
        case .alreadyDecided: "Somebody decided this otherwise before; the members decision and by say what and who."
        case .conflict: "It contradicts what is there now. Read it again."
        case .idempotencyInProgress: "A request with this Idempotency-Key is being answered. Ask again in a moment."
        case .idempotencyMismatch: "This Idempotency-Key came with another body before. Use a new key."
        default: nil
        }
    }

    private var request: String? {
        switch self {
        case .validation: "The member errors lists what is wrong, each with a JSON pointer to where."
        case .methodNotAllowed: "Allow lists the methods of this address."
        case .cursorExpired:
            "What the cursor points behind is no longer kept. Begin at oldest_seq, or take a new snapshot."
        case .payloadTooLarge: "A body may have at most 1 MiB."
        case .unsupportedMedia: "Send application/json."
        case .upgradeRequired: "This address is a WebSocket (RFC 6455)."
        default: nil
        }
    }

    private var service: String {
        switch self {
        case .workerUnavailable: "No process holds this session, or voice is not set up. Nothing was done."
        case .degradedWrite: "The store cannot be written to now. Nothing was done; try again."
        case .overloaded: "Too much waits already. Try again after Retry-After."
        default: "The server failed; its log tells more under the request_id."
        }
    }
}
