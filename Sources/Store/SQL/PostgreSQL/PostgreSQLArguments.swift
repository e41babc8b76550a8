/// Values on their way to a server: bytes as they are, all else as text.
struct PostgreSQLArguments {
    /// The server's types (pg_type.dat); 0 lets it decide, which it does for text and null.
    let types: [UInt32]
    /// 1 for bytes as they are.
    let formats: [Int32]
    let lengths: [Int32]
    /// Behind each other, each with a NUL at its end; the place of each, `nil` for null.
    private let bytes: [UInt8]
    private let offsets: [Int?]

    var count: Int { types.count }

    init(_ values: [SQLValue]) {
        var bytes: [UInt8] = []
        var offsets: [Int?] = []
        var lengths: [Int32] = []
        for value in values {
            let encoded = Self.encoded(value)
            offsets.append(encoded == nil ? nil : bytes.count)
            lengths.append(Int32(clamping: encoded?.count ?? 0))
            bytes += (encoded ?? []) + [0]
        }
        self.bytes = bytes
        self.offsets = offsets
        self.lengths = lengths
        types = values.map(Self.type)
        formats = values.map { if case .blob = $0 { 1 } else { 0 } }
    }

    /// Lends the pointers that libpq wants.
    func withPointers<Value>(_ body: ([UnsafePointer<CChar>?]) -> Value) -> Value {
        unsafe bytes.withUnsafeBytes { buffer in
            let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe body(offsets.map { offset in unsafe offset.flatMap { unsafe start?.advanced(by: $0) } })
        }
    }

    private static func type(_ value: SQLValue) -> UInt32 {
        switch value {
        case .null, .text: 0
        case .integer: PostgreSQLType.int8
        case .real: PostgreSQLType.float8
        case .bool: PostgreSQLType.bool
        case .blob: PostgreSQLType.bytea
        }
    }

    private static func encoded(_ value: SQLValue) -> [UInt8]? {
        switch value {
        case .null: nil
        case .integer(let value): Array("\(value)".utf8)
        case .real(let value): Array("\(value)".utf8)
        case .text(let value): Array(value.utf8)
        case .bool(let value): [UInt8(ascii: value ? "t" : "f")]
        case .blob(let value): value
        }
    }
}
