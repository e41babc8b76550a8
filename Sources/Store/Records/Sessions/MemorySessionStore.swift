package import Conversation
package import FoundationEssentials
import Synchronization

/// Sessions in this process. A session expires `timeToLive` seconds after its last write.
///
/// Bounded: when `capacity` sessions are held, the one written longest ago gives way.
package final class MemorySessionStore: SessionStore {
    private struct Entry {
        var state: ConversationState?
        var summary: SessionSummary?
        var written: Date

        mutating func write(_ state: ConversationState) {
            self.state = state
            summary?.absorb(state)
        }
    }

    private let entries = Mutex<[String: Entry]>([:])
    private let timeToLive: TimeInterval
    private let capacity: Int

    package init(timeToLive: TimeInterval = 1800, capacity: Int = 10_000) {
        self.timeToLive = timeToLive
        self.capacity = capacity
    }

    package func state(of sessionID: String, now: Date) -> ConversationState? {
        entry(sessionID, now)?.state
    }

    package func save(_ state: ConversationState, now: Date) {
        change(state.sessionID, now) { $0.write(state) }
    }

    package func summary(of sessionID: String, now: Date) -> SessionSummary? {
        entry(sessionID, now)?.summary
    }

    package func save(_ summary: SessionSummary, now: Date) {
        change(summary.id, now) { $0.summary = summary }
    }

    package func summaries(now: Date) -> [SessionSummary] {
        let live = entries.withLock { $0.values.filter { isAlive($0, now) }.compactMap(\.summary) }
        return live.sorted { ($0.startedAt, $0.id) > ($1.startedAt, $1.id) }
    }

    package func remove(_ sessionID: String) {
        entries.withLock { _ = $0.removeValue(forKey: sessionID) }
    }

    private func isAlive(_ entry: Entry, _ now: Date) -> Bool {
        now.timeIntervalSince(entry.written) < timeToLive
    }

    private func entry(_ sessionID: String, _ now: Date) -> Entry? {
        entries.withLock { entries in
            guard let entry = entries[sessionID], isAlive(entry, now) else {
                entries[sessionID] = nil
                return nil
            }
            return entry
        }
    }

    @discardableResult
    private func change<Value: Sendable>(_ sessionID: String, _ now: Date, _ body: (inout Entry) -> Value) -> Value {
        entries.withLock { entries in
            var entry = entries[sessionID].flatMap { isAlive($0, now) ? $0 : nil } ?? Entry(written: now)
            let value = body(&entry)
            entry.written = now
            entries[sessionID] = entry
            guard entries.count > capacity else { return value }
            entries = entries.filter { isAlive($0.value, now) }
            if entries.count > capacity, let oldest = entries.min(by: { $0.value.written < $1.value.written }) {
                entries[oldest.key] = nil
            }
            return value
        }
    }
}
