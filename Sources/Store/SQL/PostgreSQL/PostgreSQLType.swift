/// The numbers of PostgreSQL's own types (src/include/catalog/pg_type.dat), and how their text is read.
enum PostgreSQLType {
    static let bool: UInt32 = 16
    static let bytea: UInt32 = 17
    static let int8: UInt32 = 20
    static let float8: UInt32 = 701
    private static let int2: UInt32 = 21
    private static let int4: UInt32 = 23
    private static let oid: UInt32 = 26
    private static let float4: UInt32 = 700
    private static let numeric: UInt32 = 1700

    /// The value of a type; text when the type is none of these, such as a time or JSON.
    ///
    /// A `numeric`, which sums of integers are, is an integer when it has no fraction.
    static func value(_ text: String, type: UInt32) -> SQLValue {
        switch type {
        case bool: .bool(text == "t")
        case int2, int4, int8, oid: Int(text).map(SQLValue.integer) ?? .text(text)
        case float4, float8: Double(text).map(SQLValue.real) ?? .text(text)
        case numeric: Int(text).map(SQLValue.integer) ?? Double(text).map(SQLValue.real) ?? .text(text)
        case bytea: bytes(text).map(SQLValue.blob) ?? .text(text)
        default: .text(text)
        }
    }

    /// The bytes of `\x0a1b…`; `nil` for anything else.
    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.starts(with: Array("\\x".utf8)), digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: 2, to: digits.count, by: 2) {
            guard let high = nibble(digits[index]), let low = nibble(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
