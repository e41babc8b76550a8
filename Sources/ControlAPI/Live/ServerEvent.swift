/// One server-sent event (HTML Living Standard §9.2). `data` has no line breaks.
struct ServerEvent {
    private let data: String
    private let type: String
    private let id: String?

    init(_ data: String, type: String, id: String?) {
        self.data = data
        self.type = type
        self.id = id
    }

    var text: String {
        (id.map { "id: \($0)\n" } ?? "") + "event: \(type.filter { !$0.isNewline })\ndata: \(data)\n\n"
    }

    /// What keeps the connection, and proxies, awake.
    static let comment = ":\n\n"

    /// How long a client waits before it comes back, unless it is told otherwise.
    static let retry = "retry: 2000\n\n"
}
