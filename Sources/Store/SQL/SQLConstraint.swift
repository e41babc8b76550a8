/// A rule of the schema that data would have broken.
package struct SQLConstraint: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case unique
        case foreignKey
        case check
        case notNull
        /// PostgreSQL's exclusion constraints, and rules of triggers.
        case other
    }

    package let kind: Kind
    /// The constraint's or the index's name. PostgreSQL tells it for all but `notNull`; SQLite for `check`, and for
    /// `unique` when the index is on an expression.
    package let name: String?
    /// The table of a `unique` or `notNull` constraint, in both dialects; PostgreSQL tells it for the others too.
    package let table: String?
    /// The columns of a `unique` or `notNull` constraint, in both dialects.
    package let columns: [String]

    package init(_ kind: Kind, name: String? = nil, table: String? = nil, columns: [String] = []) {
        self.kind = kind
        self.name = name
        self.table = table
        self.columns = columns
    }
}

extension SQLConstraint: CustomStringConvertible {
    /// Such as "the unique constraint on customers (phone)".
    package var description: String {
        var words = "the \(kind.rawValue) constraint"
        if let name { words += " \(name)" }
        if let table { words += " on \(table)" }
        if !columns.isEmpty { words += " (\(columns.joined(separator: ", ")))" }
        return words
    }
}
