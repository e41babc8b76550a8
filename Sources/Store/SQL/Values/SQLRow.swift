/// A row of a result.
///
/// ```swift
/// let id: Int = try row["id"]
/// let email: String? = try row["email"]
/// ```
package struct SQLRow: Hashable, Sendable {
    /// The names of the columns, in the statement's order.
    package let columns: [String]
    /// One for each column.
    package let values: [SQLValue]

    package init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    /// The value of a column, the first of that name. Throws `noColumn`, and `mistyped` for null and for other types.
    package subscript<Value: SQLConvertible>(_ column: String) -> Value {
        get throws(SQLError) {
            guard let value: Value = try self[column] else {
                throw .mistyped(column: column, expected: "\(Value.self)")
            }
            return value
        }
    }

    /// The value of a column, `nil` for null. Throws `noColumn`, and `mistyped` for other types.
    package subscript<Value: SQLConvertible>(_ column: String) -> Value? {
        get throws(SQLError) {
            guard let index = columns.firstIndex(of: column) else { throw .noColumn(column) }
            if values[index] == .null { return nil }
            guard let value = Value(sqlValue: values[index]) else {
                throw .mistyped(column: column, expected: "\(Value.self)")
            }
            return value
        }
    }
}
