extension SQLError {
    /// By the SQLSTATE (PostgreSQL, appendix A).
    init(_ failure: PostgreSQLFailure) {
        switch failure.state {
        case _ where failure.isEnd: self = .unavailable(failure.isSilent ? "the connection was lost" : failure.message)
        case "53300": self = .unavailable(failure.message)
        case "40001", "40P01", "55P03": self = .busy
        case "57014": self = .timedOut
        case "25006": self = .misuse("a reader writes, or the server is read-only")
        case let state where state.hasPrefix("23"): self = .constraint(SQLConstraint(failure))
        case let state where state.hasPrefix("42"): self = .statement(failure.message)
        default: self = .failed(code: failure.state)
        }
    }
}

extension PostgreSQLFailure {
    fileprivate var isSilent: Bool { state.isEmpty || message.isEmpty }
}

extension SQLConstraint {
    fileprivate init(_ failure: PostgreSQLFailure) {
        let kind: Kind =
            switch failure.state {
            case "23505": .unique
            case "23503": .foreignKey
            case "23514": .check
            case "23502": .notNull
            default: .other
            }
        let hasColumns = kind == .unique || kind == .notNull
        self.init(kind, name: failure.constraint, table: failure.table, columns: hasColumns ? failure.columns : [])
    }
}
