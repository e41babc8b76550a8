import GRDB

extension StoreError {
    /// What a database call threw: one of our own errors, or SQLite's.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError where error.isTakenSlot: self = .slotTaken
        default: self = .database(reason: Self.sentence(for: error))
        }
    }

    /// SQLite's words for an error. They name tables and columns, never values.
    static func sentence(for error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(type(of: error))" }
        return error.message ?? "SQLite error \(error.resultCode.rawValue)"
    }
}

extension DatabaseError {
    /// Whether the unique index on appointments refused.
    fileprivate var isTakenSlot: Bool {
        extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE && message?.contains("appointments.scheduled_time") == true
    }
}
