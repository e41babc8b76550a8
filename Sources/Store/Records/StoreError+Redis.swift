import Redis

extension StoreError {
    /// - Parameter subject: What the command was about, such as `the state of session a`.
    init(_ error: RedisError, about subject: String) {
        switch error {
        case .invalidAddress, .cannotOpen: self = .cannotOpen(error.description)
        case .unavailable, .timedOut, .overloaded, .noConnection, .cancelled, .closed:
            self = .unavailable(error.description)
        case .refused("CONFLICT"): self = .conflict(subject)
        // The key holds another kind of value than this program stores.
        case .refused("WRONGTYPE"): self = .corrupt(subject)
        case .refused: self = .database(error.description)
        }
    }
}
