import Room
import Service

extension CommandFailure {
    /// What a failed call of a server's HTTP API means for a command.
    init(_ error: ServiceError) {
        switch error {
        case .unreachable(let reason): self.init(.unreachable, "the server cannot be reached: \(reason).")
        case .timedOut: self.init(.unreachable, "the server did not answer in time.")
        case .http(401, _), .http(403, _), .twirp(.unauthenticated, _), .twirp(.permissionDenied, _):
            self.init(.unreachable, "the server refuses the API key or its secret.")
        case .http(let status, _): self.init(.failed, "the server answered with HTTP status \(status).")
        case .twirp(let code, let message): self.init(.failed, "the server says \(code.rawValue): \(message).")
        case .malformed(let what): self.init(.failed, "the server's answer cannot be read: \(what).")
        case .overloaded: self.init(.failed, "too many calls wait for the server already.")
        case .token: self.init(.usage, "the API key and its secret must not be empty.")
        }
    }

    /// What a room that could not be joined means.
    init(joining failure: RoomFailure) {
        switch failure {
        case .unauthorized, .unreachable, .serverTooOld, .roomNotFound: self.init(.unreachable, "\(failure).")
        default: self.init(.failed, "\(failure).")
        }
    }
}
