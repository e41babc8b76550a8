import Room
import Service

extension CommandFailure {
    /// What a failed call of a server's HTTP API means for a command.
    init(_ error: ServiceError) {
        let status: Status =
            switch error {
            case .unreachable, .timedOut, .http(401, _), .http(403, _), .twirp(.unauthenticated, _),
                .twirp(.permissionDenied, _):
                .unreachable
            case .token: .usage
            case .http, .twirp, .malformed, .overloaded: .failed
            }
        self.init(status, "\(error).")
    }

    /// What a room that could not be joined means.
    init(joining failure: RoomFailure) {
        switch failure {
        case .unauthorized, .unreachable, .serverTooOld, .roomNotFound: self.init(.unreachable, "\(failure).")
        default: self.init(.failed, "\(failure).")
        }
    }
}
