/// A value in a database.
///
/// SQLite has no `bool` of its own: it stores 0 and 1 and gives back integers. Dates, times, JSON and what else
/// PostgreSQL knows come as text.
package enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
    case bool(Bool)
    case blob([UInt8])

    /// Why no database can hold it, `nil` when it can: PostgreSQL has no text with a NUL, and SQLite cuts it off there;
    /// SQLite has no NaN.
    var fault: String? {
        switch self {
        case .text(let text) where text.utf8.contains(0): "text with a NUL character"
        case .real(let number) where number.isNaN: "not a number"
        default: nil
        }
    }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .real(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .bool(value) }
}
