/// What a server tells about an error: its fields (PostgreSQL, "Error and Notice Message Fields").
struct PostgreSQLFailure {
    /// The SQLSTATE, five characters; empty when the connection itself failed.
    let state: String
    /// The server's words. They may quote a value, except for class 42.
    let message: String
    let constraint: String?
    let table: String?
    let columns: [String]

    /// - Parameter field: the field of a code, as libpq gives it.
    init(field: (Unicode.Scalar) -> String?) {
        state = field("C") ?? ""
        message = field("M") ?? ""
        constraint = field("n")
        table = field("t")
        columns = field("c").map { [$0] } ?? Self.columns(ofKeyIn: field("D") ?? "")
    }

    /// The columns of "Key (one, two)=(…) already exists.", in any language, without their values.
    private static func columns(ofKeyIn detail: String) -> [String] {
        guard let opening = detail.firstIndex(of: "("), let closing = detail.firstRange(of: ")=(")?.lowerBound,
            opening < closing
        else { return [] }
        return detail[detail.index(after: opening)..<closing].split(separator: ", ").map(String.init)
    }

    /// Whether the transaction may succeed when it runs again: it could not be serialized, or waited in a circle.
    var isConflict: Bool { ["40001", "40P01"].contains(state) }

    /// Whether a statement that was prepared earlier no longer fits the schema, or is gone.
    var isStale: Bool { ["0A000", "26000"].contains(state) }

    /// Whether the connection is over.
    var isEnd: Bool { state.isEmpty || state.hasPrefix("08") || ["57P01", "57P02", "57P03", "57P05"].contains(state) }
}
