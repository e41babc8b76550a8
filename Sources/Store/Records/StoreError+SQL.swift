import SQL

extension StoreError {
    /// What a database call threw: one of our own errors, or the driver's.
    init(thrown error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as SQLError: self.init(error)
        case is CancellationError: self = .unavailable("the task was cancelled")
        default: self = .database("\(type(of: error))")
        }
    }

    private init(_ error: SQLError) {
        switch error {
        case .invalidAddress, .cannotOpen, .migrations: self = .cannotOpen(error.description)
        case .unavailable, .overloaded, .noConnection, .timedOut, .busy, .closed: self = .unavailable(error.description)
        case .noColumn, .mistyped: self = .corrupt("a row (\(error.description))")
        case .unstorable: self = .invalid("text")
        case .constraint, .statement, .failed, .misuse: self = .database(error.description)
        }
    }
}
