package import Conversation
package import FoundationEssentials
import Synchronization

/// The event log of one process.
///
/// Bounds: `capacity` events a session (the oldest give way), `sessions` logs (the one written longest ago gives way),
/// `buffer` events a reader on top of what it replays. A reader that falls further behind is ended, see `EventLog`.
package final class MemoryEventLog: EventLog {
    private struct Log {
        var last = 0
        var written = 0
        /// Numbered without gaps.
        var events: [LoggedEvent] = []

        /// Those from a number on.
        func events(from sequence: Int) -> ArraySlice<LoggedEvent> {
            guard let first = events.first?.sequence else { return [] }
            return events.dropFirst(min(events.count, max(0, sequence - first)))
        }
    }

    private struct State {
        var logs: [String: Log] = [:]
        var readers = EventReaders()
        var writes = 0
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let sessions: Int
    private let buffer: Int
    private let sink: @Sendable (LoggedEvent) -> Void

    /// - Parameter sink: Told of each event, in order and under the log's lock: it returns at once.
    package init(
        capacity: Int = 10_000, sessions: Int = 1_000, buffer: Int = 1_024,
        sink: @escaping @Sendable (LoggedEvent) -> Void = { _ in }
    ) {
        self.capacity = capacity
        self.sessions = sessions
        self.buffer = buffer
        self.sink = sink
    }

    @discardableResult
    package func append(_ event: SessionEvent, at now: Date) -> LoggedEvent {
        let text = LoggedEvent(event, sequence: 0, at: now)
        return state.withLock { state in
            let logged = write(text, &state)
            sink(logged)
            state.readers.give(logged)
            return logged
        }
    }

    package func events(of sessionID: String, after sequence: Int, limit: Int) -> [LoggedEvent] {
        guard sequence < .max else { return [] }
        return state.withLock { Array(($0.logs[sessionID]?.events(from: sequence + 1) ?? []).prefix(max(0, limit))) }
    }

    package func events(of sessionID: String, after sequence: Int) -> [LoggedEvent] {
        events(of: sessionID, after: sequence, limit: .max)
    }

    package func extent(of sessionID: String) -> LogExtent? {
        state.withLock { state in
            guard let log = state.logs[sessionID], let oldest = log.events.first else { return nil }
            return LogExtent(oldest: oldest.sequence, last: log.last)
        }
    }

    package func subscribe(to sessionID: String, from sequence: Int) -> AsyncStream<LoggedEvent> {
        state.withLock { state in
            // A number that is not there yet is waited for.
            if sequence < .max, sequence > (state.logs[sessionID]?.last ?? 0) + 1 {
                return SeamlessReader(self, of: sessionID, from: sequence).stream
            }
            return read(sessionID, Array(state.logs[sessionID]?.events(from: sequence) ?? []), &state)
        }
    }

    package func subscribeToAll() -> AsyncStream<LoggedEvent> {
        state.withLock { read(nil, [], &$0) }
    }

    private func write(_ event: LoggedEvent, _ state: inout State) -> LoggedEvent {
        state.writes += 1
        var log = state.logs.removeValue(forKey: event.sessionID) ?? Log()
        log.last += 1
        log.written = state.writes
        let logged = event.numbered(log.last)
        log.events.append(logged)
        // Trimmed by a quarter at a time, so that a full log does not move its events at every append.
        if log.events.count > capacity { log.events.removeFirst(max(1, capacity / 4)) }
        keep(log, of: event.sessionID, &state)
        return logged
    }

    private func keep(_ log: Log, of session: String, _ state: inout State) {
        state.logs[session] = log
        if state.logs.count > sessions, let oldest = state.logs.min(by: { $0.value.written < $1.value.written }) {
            state.logs[oldest.key] = nil
        }
    }

    private func read(_ session: String?, _ backlog: [LoggedEvent], _ state: inout State) -> AsyncStream<LoggedEvent> {
        state.readers.add(session, backlog: backlog, buffer: buffer) { [weak self] id in
            self?.state.withLock { $0.readers.remove(id, of: session) }
        }
    }
}

extension MemoryEventLog: EventPages {
    func page(of session: String, after sequence: Int, limit: Int) -> [LoggedEvent] {
        events(of: session, after: sequence, limit: limit)
    }

    func news(of session: String) -> AsyncStream<LoggedEvent> {
        subscribe(to: session, from: .max)
    }
}

extension MemoryEventLog: LiveLog {
    package func knows(_ session: String) -> Bool {
        state.withLock { $0.logs[session] != nil }
    }

    package func resume(_ session: String, after sequence: Int) {
        state.withLock { state in
            guard state.logs[session] == nil else { return }
            state.writes += 1
            keep(Log(last: sequence, written: state.writes), of: session, &state)
        }
    }
}
