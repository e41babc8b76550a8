import Logging
import Synchronization

/// What happens while the server is away.
extension RedisEventLog {
    /// Keeps an event until the server is back; `nil` when there is no need to.
    func keep(_ entry: StreamEntry, onlyWhenCutOff: Bool) -> LoggedEvent? {
        let (kept, isNews) = state.withLock { state -> (StreamEntry?, Bool) in
            if onlyWhenCutOff, !state.isCutOff { return (nil, false) }
            var kept = entry
            state.change(entry.event.sessionID, limit: .max) { line in
                kept.event = entry.event.numbered(line.nextProvisional())
            }
            state.outage.add(kept)
            // Under the lock, so that the journal has the order of the buffer, and is not cleared in between.
            journal?.write(kept)
            defer { state.isCutOff = true }
            return (kept, !state.isCutOff)
        }
        guard let kept else { return nil }
        if isNews { logger.warning("degraded: events wait for Redis") }
        followers.give(kept.event)
        return kept.event
    }

    /// Appends what waits, in order, as long as the server takes it.
    package func drain() async {
        let isMine = state.withLock { state in
            defer { state.isDraining = true }
            return !state.isDraining
        }
        guard isMine else { return }
        while let entry = nextWaiting() {
            if case .away = await submit(entry, isRepeated: true) { break }
            state.withLock { $0.outage.remove(entry.token) }
        }
        state.withLock { $0.isDraining = false }
    }

    /// What processes left that ended while the server was away waits with the rest.
    func inherit() {
        guard let left = journal?.inherit(), !left.isEmpty else { return }
        state.withLock { state in
            for entry in left { state.outage.add(entry) }
            state.isCutOff = true
        }
    }

    /// The oldest that waits; when none does, the process is no longer cut off.
    private func nextWaiting() -> StreamEntry? {
        let (next, lost, isOver) = state.withLock { state -> (StreamEntry?, Int, Bool) in
            guard state.outage.entries.isEmpty else { return (state.outage.entries[0], 0, false) }
            defer { state.isCutOff = false }
            if state.isCutOff {
                journal?.clear()
                for session in state.lines.keys { state.lines[session]?.settle() }
            }
            return (nil, state.outage.lost, state.isCutOff)
        }
        if isOver { logger.notice("Redis takes events again", metadata: ["lost": "\(lost)"]) }
        return next
    }

    /// What this process knows of a session when the server cannot be asked.
    func remembered(of session: String, after sequence: Int, limit: Int) -> [LoggedEvent] {
        let events = state.withLock { state in
            (state.lines[session]?.missing(after: sequence).map(\.event) ?? [])
                + state.outage.entries.map(\.event).filter { $0.sessionID == session && $0.sequence > sequence }
        }
        return Array(events.sorted { $0.sequence < $1.sequence }.prefix(max(0, limit)))
    }
}
