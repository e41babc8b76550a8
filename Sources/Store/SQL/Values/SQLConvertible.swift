/// A type whose values can be bound to statements and read from rows.
package protocol SQLConvertible: Sendable {
    var sqlValue: SQLValue { get }

    /// `nil` when the value is something else. Never called with `null`.
    init?(sqlValue: SQLValue)
}
