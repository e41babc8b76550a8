/// Which server's SQL a database speaks. Statements are the same for both wherever both allow it.
package enum SQLDialect: String, Hashable, Sendable, CaseIterable {
    case sqlite
    case postgresql
}
