/// One named step of a schema's history. A step that was released is never changed.
package struct Migration: Sendable {
    /// Unique within the history, and written to the database.
    package let name: String
    let apply: @Sendable (SQLTransaction) throws -> Void

    /// A step that does something in a transaction.
    package init(_ name: String, apply: @escaping @Sendable (SQLTransaction) throws -> Void) {
        self.name = name
        self.apply = apply
    }

    /// Statements, separated by semicolons, that both dialects understand.
    package init(_ name: String, _ statements: String) {
        self.init(name) { try $0.script(statements) }
    }

    /// Statements, separated by semicolons, for each dialect.
    package init(_ name: String, sqlite: String, postgresql: String) {
        self.init(name) { transaction in
            switch transaction.dialect {
            case .sqlite: try transaction.script(sqlite)
            case .postgresql: try transaction.script(postgresql)
            }
        }
    }
}
