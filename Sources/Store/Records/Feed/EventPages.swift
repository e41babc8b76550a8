/// Where a reader finds what it has not read: pages of a log, and what is appended from now on.
protocol EventPages: Sendable {
    /// At most `limit` events of a session after a number, oldest first; empty when there are none.
    func page(of session: String, after sequence: Int, limit: Int) async -> [LoggedEvent]

    /// What is appended to a session from now on; it may end, and it may leave events out.
    func news(of session: String) async -> AsyncStream<LoggedEvent>
}
