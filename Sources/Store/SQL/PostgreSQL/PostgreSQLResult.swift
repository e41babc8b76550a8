import CPostgreSQL

/// libpq's result of a statement.
@safe struct PostgreSQLResult: ~Copyable {
    private let result: OpaquePointer

    /// Takes the result over.
    init(_ result: OpaquePointer) {
        unsafe self.result = result
    }

    deinit { unsafe PQclear(result) }

    /// What went wrong; `nil` when nothing did.
    var failure: PostgreSQLFailure? {
        switch unsafe PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: nil
        default: PostgreSQLFailure { field($0) }
        }
    }

    /// Whether the server waits for data, or sends data, that nobody has or wants: the connection is of no use then.
    var isCopy: Bool {
        [PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH].contains(unsafe PQresultStatus(result))
    }

    /// Such as "COMMIT" or "INSERT 0 1".
    var command: String { unsafe String(cString: PQcmdStatus(result)) }

    /// Rows inserted, changed or deleted.
    var changes: Int {
        let changing = ["INSERT", "UPDATE", "DELETE", "MERGE"]
        guard changing.contains(where: command.hasPrefix) else { return 0 }
        return unsafe Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    var rows: [SQLRow] {
        let width = unsafe PQnfields(result)
        let columns = (0..<width).map { unsafe String(cString: PQfname(result, $0)) }
        let types = (0..<width).map { unsafe PQftype(result, $0) }
        return (0..<(unsafe PQntuples(result))).map { row in
            SQLRow(
                columns: columns,
                values: (0..<width).map { column in value(row, column, type: types[Int(column)]) })
        }
    }

    private func value(_ row: Int32, _ column: Int32, type: UInt32) -> SQLValue {
        guard unsafe PQgetisnull(result, row, column) == 0, let start = unsafe PQgetvalue(result, row, column) else {
            return .null
        }
        return PostgreSQLType.value(unsafe String(cString: start), type: type)
    }

    private func field(_ code: Unicode.Scalar) -> String? {
        guard let text = unsafe PQresultErrorField(result, Int32(code.value)) else { return nil }
        return unsafe String(cString: text)
    }
}
