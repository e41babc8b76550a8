/// Those who follow logs in one process. A value: its owner guards it.
///
/// Each reader has a buffer of its own. One that is full when an event comes is ended: nobody waits for a slow reader.
struct EventReaders {
    /// One session's, or everybody's under `nil`.
    private var continuations: [String?: [Int: AsyncStream<LoggedEvent>.Continuation]] = [:]
    private var next = 0

    /// Whether anybody reads that session; `nil`: all sessions.
    func follow(_ session: String?) -> Bool { continuations[session] != nil }

    /// The sessions that somebody reads.
    var sessions: [String] { continuations.keys.compactMap(\.self) }

    /// Enters a reader, which gets the backlog and has room for `buffer` more; `leave` is called when it goes by itself.
    mutating func add(
        _ session: String?, backlog: [LoggedEvent] = [], buffer: Int, leave: @escaping @Sendable (Int) -> Void
    ) -> AsyncStream<LoggedEvent> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: LoggedEvent.self, bufferingPolicy: .bufferingOldest(backlog.count + buffer))
        let id = next
        next += 1
        continuations[session, default: [:]][id] = continuation
        for event in backlog { continuation.yield(event) }
        continuation.onTermination = { termination in
            // A finished stream was removed by whoever finished it, under the lock this closure would wait for.
            if case .cancelled = termination { leave(id) }
        }
        return stream
    }

    mutating func remove(_ id: Int, of session: String?) {
        continuations[session]?[id] = nil
        if continuations[session]?.isEmpty == true { continuations[session] = nil }
    }

    /// Gives an event to those who read its session, and to those who read all.
    mutating func give(_ event: LoggedEvent) {
        give(event, to: event.sessionID)
        give(event, to: nil)
    }

    /// Ends the streams of those who read a session; `nil`: of those who read all.
    mutating func end(_ session: String?) {
        for continuation in continuations.removeValue(forKey: session)?.values ?? [:].values { continuation.finish() }
    }

    private mutating func give(_ event: LoggedEvent, to session: String?) {
        for (id, continuation) in continuations[session] ?? [:] {
            guard case .dropped = continuation.yield(event) else { continue }
            continuation.finish()
            remove(id, of: session)
        }
    }
}
