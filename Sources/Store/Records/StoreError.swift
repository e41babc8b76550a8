/// What went wrong in a store.
package enum StoreError: Error, Hashable, Sendable {
    /// The file could not be opened or migrated.
    case cannotOpen(path: String, reason: String)
    /// The database refused or failed; the reason is SQLite's sentence, without values.
    case database(reason: String)
    /// Another appointment has that time.
    case slotTaken
    /// A row that was named does not exist, such as a service nobody offers.
    case notFound(String)
    /// A value that cannot be stored, such as a date that is none.
    case invalid(String)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .cannotOpen(let path, let reason): "cannot open the database at \(path): \(reason)"
        case .database(let reason): "the database failed: \(reason)"
        case .slotTaken: "that time is taken"
        case .notFound(let what): "there is no \(what)"
        case .invalid(let what): "invalid \(what)"
        }
    }
}
