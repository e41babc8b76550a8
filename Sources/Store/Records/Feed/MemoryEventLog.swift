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
        var events: [LoggedEvent] = []
    }

    private struct Reader {
        /// `nil`: every session.
        let sessionID: String?
        let continuation: AsyncStream<LoggedEvent>.Continuation
    }

    private struct State {
        var logs: [String: Log] = [:]
        var readers: [Int: Reader] = [:]
        var nextReader = 0
        var writes = 0
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let sessions: Int
    private let buffer: Int

    package init(capacity: Int = 10_000, sessions: Int = 1_000, buffer: Int = 1_024) {
        self.capacity = capacity
        self.sessions = sessions
        self.buffer = buffer
    }

    @discardableResult
    package func append(_ event: SessionEvent, at now: Date) -> LoggedEvent {
        state.withLock { state in
            let logged = write(event, now, &state)
            for (id, reader) in state.readers where reader.sessionID == nil || reader.sessionID == event.sessionID {
                guard case .dropped = reader.continuation.yield(logged) else { continue }
                reader.continuation.finish()
                state.readers[id] = nil
            }
            return logged
        }
    }

    package func events(of sessionID: String, after sequence: Int, limit: Int) -> [LoggedEvent] {
        state.withLock { Array(($0.logs[sessionID]?.events.filter { $0.sequence > sequence } ?? []).prefix(limit)) }
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
            let backlog = state.logs[sessionID]?.events.filter { $0.sequence >= sequence } ?? []
            return read(sessionID, backlog, &state)
        }
    }

    package func subscribeToAll() -> AsyncStream<LoggedEvent> {
        state.withLock { read(nil, [], &$0) }
    }

    private func write(_ event: SessionEvent, _ now: Date, _ state: inout State) -> LoggedEvent {
        state.writes += 1
        var log = state.logs.removeValue(forKey: event.sessionID) ?? Log()
        log.last += 1
        log.written = state.writes
        let logged = LoggedEvent(event, sequence: log.last, at: now)
        log.events.append(logged)
        // Trimmed by a quarter at a time, so that a full log does not move its events at every append.
        if log.events.count > capacity { log.events.removeFirst(max(1, capacity / 4)) }
        state.logs[event.sessionID] = log
        if state.logs.count > sessions, let oldest = state.logs.min(by: { $0.value.written < $1.value.written }) {
            state.logs[oldest.key] = nil
        }
        return logged
    }

    private func read(_ sessionID: String?, _ backlog: [LoggedEvent], _ state: inout State) -> AsyncStream<LoggedEvent>
    {
        let limit = backlog.count + buffer
        let (stream, continuation) = AsyncStream.makeStream(
            of: LoggedEvent.self, bufferingPolicy: .bufferingOldest(limit))
        let id = state.nextReader
        state.nextReader += 1
        state.readers[id] = Reader(sessionID: sessionID, continuation: continuation)
        for event in backlog { continuation.yield(event) }
        continuation.onTermination = { [weak self] termination in
            // A finished stream was removed by whoever finished it, under the lock this closure would wait for.
            guard case .cancelled = termination else { return }
            self?.state.withLock { $0.readers[id] = nil }
        }
        return stream
    }
}
