import GRDB

extension SQLError {
    init(thrown error: any Error) {
        switch error {
        case let error as SQLError: self = error
        case let error as DatabaseError: self = SQLError(error, isAboutText: false)
        default: self = .failed(code: "\(type(of: error))")
        }
    }

    /// - Parameter isAboutText: SQLite complains about a statement's text and not about what came of its values. Its
    ///   words for the latter may quote a value, such as a search for text, so they are dropped.
    init(_ error: DatabaseError, isAboutText: Bool) {
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: self = .constraint(SQLConstraint(error))
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
        case .SQLITE_READONLY: self = .misuse("a reader writes, or the database's file is read-only")
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CORRUPT, .SQLITE_NOTADB:
            self = .unavailable(Self.sentence(for: error))
        case .SQLITE_INTERRUPT: self = .timedOut
        default:
            self =
                isAboutText
                ? .statement(error.message ?? "SQLite's code \(error.extendedResultCode.rawValue)")
                : .failed(code: "SQLite \(error.extendedResultCode.rawValue)")
        }
    }

    /// SQLite's words for a file that cannot be opened, read or written.
    static func sentence(for error: any Error) -> String {
        guard let error = error as? DatabaseError else { return "\(type(of: error))" }
        return error.message ?? "SQLite's code \(error.resultCode.rawValue)"
    }
}

extension SQLConstraint {
    /// From SQLite's words: "UNIQUE constraint failed: table.column, table.column", "… : index 'name'",
    /// "CHECK constraint failed: name", "NOT NULL constraint failed: table.column", "FOREIGN KEY constraint failed".
    fileprivate init(_ error: DatabaseError) {
        let kind: Kind =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            case .SQLITE_CONSTRAINT_CHECK: .check
            case .SQLITE_CONSTRAINT_NOTNULL: .notNull
            default: .other
            }
        let subject = error.message?.split(separator: " constraint failed: ", maxSplits: 1).dropFirst().first ?? ""
        if kind == .other || subject.isEmpty {
            self.init(kind)
        } else if kind == .check {
            self.init(kind, name: String(subject))
        } else if subject.hasPrefix("index '") {
            self.init(kind, name: String(subject.dropFirst("index '".count).dropLast()))
        } else {
            let names = subject.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1) }
            self.init(
                kind, table: names.first?.first.map { String($0) },
                columns: names.compactMap { $0.count == 2 ? String($0[1]) : nil })
        }
    }
}
