import FoundationEssentials
package import Logging
import SQL
import Supervision
import Synchronization

/// Keeps every event that this process appends in the database, behind the appender's back, with what it means for the
/// directory in the same transaction.
///
/// Batches of at most 500 events, at most a second after the first of them; at once for those that others act on. Beyond
/// 10 000 events that the database does not take, the oldest is lost; trouble is logged when it begins and when it ends.
package final class EventArchive: Sendable {
    private struct State {
        var buffer: ArchiveBuffer
        /// Whether a task will write what waits.
        var isScheduled = false
        var isWriting = false
        var isFailing = false
        var flushers: [CheckedContinuation<Void, Never>] = []
    }

    /// The types that are written at once.
    private static let urgent: Set = ["approval", "lifecycle", "mode", "handoff"]
    private static let batch = 500

    private let state: Mutex<State>
    let database: Database
    private let logger: Logger
    private let pause: @Sendable () async -> Void

    /// - Parameter pause: Returns when it is time for the next batch.
    package init(
        _ database: Database, capacity: Int = 10_000, logger: Logger = Logger(label: "archive"),
        pause: @escaping @Sendable () async -> Void = { try? await Task.sleep(for: .milliseconds(900)) }
    ) {
        self.database = database
        self.logger = logger
        self.pause = pause
        state = Mutex(State(buffer: ArchiveBuffer(capacity: capacity)))
    }

    /// Whether the database takes what is written.
    package var isDegraded: Bool { state.withLock(\.isFailing) }

    /// Events that were lost because the database was away for too long.
    package var lost: Int { state.withLock(\.buffer.lost) }

    /// Takes an event, and returns at once.
    package func take(_ event: LoggedEvent) {
        let isUrgent = Self.urgent.contains(event.type)
        let begins = state.withLock { state in
            state.buffer.add(event)
            guard isUrgent && !state.isFailing || !state.isScheduled else { return false }
            state.isScheduled = true
            return true
        }
        guard begins else { return }
        Task {
            if !isUrgent || isDegraded { await pause() }
            await write()
        }
    }

    /// Returns when everything that was taken is written, or the database has refused.
    package func flush() async {
        // Who writes already may have seen nothing left before the last was taken. Where events never end, once more is enough.
        for _ in 0..<2 {
            await write()
            await writing()
            if state.withLock({ $0.buffer.isEmpty || $0.isFailing }) { return }
        }
    }

    /// Returns when nobody writes.
    private func writing() async {
        await withCheckedContinuation { flusher in
            let isOver = state.withLock { state in
                if state.isWriting { state.flushers.append(flusher) }
                return !state.isWriting
            }
            if isOver { flusher.resume() }
        }
    }

    /// Those of a session that are not written yet.
    func unwritten(of session: String, after sequence: Int) -> [LoggedEvent] {
        state.withLock { $0.buffer.events(of: session, after: sequence) }
    }

    private func write() async {
        let isMine = state.withLock { state in
            defer { state.isWriting = true }
            return !state.isWriting
        }
        guard isMine else { return }
        var isGoingOn = true
        while isGoingOn, let batch = next() { isGoingOn = await write(batch) }
        finish()
    }

    /// The next batch; `nil` when nothing waits.
    private func next() -> [LoggedEvent]? {
        state.withLock { state in
            let batch = state.buffer.begin(Self.batch)
            return batch.isEmpty ? nil : batch
        }
    }

    private func write(_ batch: [LoggedEvent]) async -> Bool {
        do throws(StoreError) {
            do throws(StoreError) {
                try await database.keep(batch)
            } catch {
                if error.passes { throw error }
                try await writeEach(batch)
            }
            note(isFailing: false, reason: "")
            return true
        } catch {
            note(isFailing: true, reason: "\(error)")
            return false
        }
    }

    /// Leaves out what the database will never take, so that the rest is not kept from it.
    private func writeEach(_ batch: [LoggedEvent]) async throws(StoreError) {
        for event in batch {
            do throws(StoreError) {
                try await database.keep([event])
            } catch {
                if error.passes { throw error }
                logger.error("an event is not kept", metadata: ["type": "\(event.type)", "reason": "\(error)"])
            }
        }
    }

    private func note(isFailing: Bool, reason: String) {
        let (isNews, lost) = state.withLock { state in
            state.buffer.end(isWritten: !isFailing)
            defer { state.isFailing = isFailing }
            return (state.isFailing != isFailing, state.buffer.lost)
        }
        guard isNews else { return }
        if isFailing {
            logger.warning("degraded: events wait for the database", metadata: ["reason": "\(reason)"])
        } else {
            logger.notice("the database takes events again", metadata: ["lost": "\(lost)"])
        }
    }

    private func finish() {
        let (flushers, isLeft) = state.withLock { state in
            state.isWriting = false
            // What came while the last batch was written, or was not taken: another task writes it later.
            state.isScheduled = !state.buffer.isEmpty
            defer { state.flushers = [] }
            return (state.flushers, state.isScheduled)
        }
        for flusher in flushers { flusher.resume() }
        guard isLeft else { return }
        Task {
            await pause()
            await write()
        }
    }
}

extension StoreError {
    /// Whether the same may be taken later.
    fileprivate var passes: Bool {
        switch self {
        case .unavailable, .cannotOpen, .conflict: true
        default: false
        }
    }
}
