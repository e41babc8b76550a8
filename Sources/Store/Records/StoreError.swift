package import Conversation

/// What went wrong in a store. No case holds what a caller said or is called: names in it are ours.
package enum StoreError: Error, Hashable, Sendable {
    /// The database could not be opened or migrated.
    case cannotOpen(String)
    /// The server or the file is not there, or does not answer in time.
    case unavailable(String)
    /// The database refused or failed; the reason names tables and columns, never values.
    case database(String)
    /// Others have that time; the nearest that are left, at most two.
    case slotTaken(nearest: [OpenSlot])
    /// A row that was named does not exist, or is not the caller's.
    case notFound(String)
    /// A value that cannot be taken, such as a date that is past.
    case invalid(String)
    /// What is stored is not what this program writes: whose it is, never what it says.
    case corrupt(String)
    /// Somebody else wrote meanwhile; nothing was changed.
    case conflict(String)
    /// A tool call that may not run, or not run like this.
    case refusedCall(String)
    /// The store holds as much as it may.
    case full(String)
}

extension StoreError: CustomStringConvertible {
    /// A sentence for logs, without a full stop.
    package var description: String {
        switch self {
        case .cannotOpen(let reason): "cannot open the database: \(reason)"
        case .unavailable(let reason): "the store is unavailable: \(reason)"
        case .database(let reason): "the database failed: \(reason)"
        case .slotTaken: "that time is taken"
        case .notFound(let what): "there is no such \(what)"
        case .invalid(let what): "invalid \(what)"
        case .corrupt(let what): "\(what) is corrupt"
        case .conflict(let what): "somebody else wrote \(what) meanwhile"
        case .refusedCall(let reason): "the tool call was refused: \(reason)"
        case .full(let what): "\(what) is full"
        }
    }
}
