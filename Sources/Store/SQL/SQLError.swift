/// What went wrong with a database. No case holds a value that was bound or read, or a password.
package enum SQLError: Error, Hashable, Sendable {
    /// The address is no address of a database.
    case invalidAddress(String)
    /// The file cannot be opened, or the server refuses the user, the password or the name of the database.
    case cannotOpen(String)
    /// The server cannot be reached, or the connection was lost. A transaction that was under way has not happened,
    /// except when the connection was lost while it was being committed: then nobody knows.
    case unavailable(String)
    /// As many callers as may wait for a connection are waiting already.
    case overloaded(waiting: Int)
    /// No connection became free in time.
    case noConnection(after: Duration)
    /// A statement took longer than it may.
    case timedOut
    /// The database is locked by another writer, or two writers kept getting in each other's way.
    case busy
    /// The data would break a rule of the schema.
    case constraint(SQLConstraint)
    /// The database does not understand or allow a statement; its words, which are about the statement's text.
    case statement(String)
    /// A statement failed for another reason, by its number: an SQLSTATE, or SQLite's extended result code.
    case failed(code: String)
    /// The program uses this module wrongly.
    case misuse(String)
    /// A value that no column can hold; its place in the statement is counted from 1.
    case unstorable(place: Int, String)
    /// A row has no column of that name.
    case noColumn(String)
    /// A column holds something else than was asked for.
    case mistyped(column: String, expected: String)
    /// The database's migrations are not this program's.
    case migrations(String)
    /// The database was closed.
    case closed
}

extension SQLError: CustomStringConvertible {
    /// A sentence for people, without a full stop.
    package var description: String {
        switch self {
        case .invalidAddress(let reason), .cannotOpen(let reason), .migrations(let reason): reason
        case .unavailable(let reason): "the database is unavailable: \(reason)"
        case .overloaded(let waiting): "\(waiting) callers wait for the database already"
        case .noConnection(let patience): "no connection to the database became free within \(patience)"
        case .timedOut: "the database did not finish a statement in time"
        case .busy: "other writers keep the database busy"
        case .constraint(let constraint): "the data break \(constraint)"
        case .statement(let reason): "the database does not accept a statement: \(reason)"
        case .failed(let code): "a statement failed with code \(code)"
        case .misuse(let what): what
        case .unstorable(let place, let fault): "value \(place) of a statement is \(fault)"
        case .noColumn(let name): "a row has no column \(name)"
        case .mistyped(let column, let expected): "column \(column) is no \(expected)"
        case .closed: "the database is closed"
        }
    }
}
