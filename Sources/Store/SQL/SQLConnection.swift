/// What a driver offers to a transaction: checked statements in, rows or an error out.
protocol SQLConnection {
    /// The rows of a statement. It has as many places as there are values.
    func query(_ statement: StatementText, _ values: [SQLValue]) throws(SQLError) -> [SQLRow]

    /// Runs a statement; returns how many rows it inserted, changed or deleted itself.
    func execute(_ statement: StatementText, _ values: [SQLValue]) throws(SQLError) -> Int

    /// Runs several statements, separated by semicolons.
    func script(_ statements: String) throws(SQLError)
}
