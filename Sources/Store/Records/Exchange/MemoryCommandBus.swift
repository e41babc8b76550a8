package import FoundationEssentials
package import Supervision
import Synchronization

/// Commands within one process.
///
/// Bounds: `capacity` commands a session that are not acknowledged; another one is refused with `full`. What nobody took
/// up is dropped once it is `Command.longestLife` seconds past its expiry.
package final class MemoryCommandBus: CommandBus {
    private struct Line {
        /// In the order they came; those that are not acknowledged.
        var waiting: [Command] = []
        var receiver: (id: Int, continuation: AsyncStream<Command>.Continuation)?

        mutating func drop(before now: Date) {
            waiting.removeAll { now.timeIntervalSince($0.expiry) > Command.longestLife }
        }
    }

    private struct State {
        var lines: [String: Line] = [:]
        var receivers = 0

        /// Forgets a session that nobody waits in.
        mutating func tidy(_ session: String) {
            if let line = lines[session], line.waiting.isEmpty, line.receiver == nil { lines[session] = nil }
        }
    }

    private let state = Mutex(State())
    private let holdings: (any SessionHoldings)?
    private let capacity: Int
    private let clock: @Sendable () -> Date

    /// - Parameter holdings: Who holds a session; `nil`: somebody always does.
    package init(
        holdings: (any SessionHoldings)? = nil, capacity: Int = 256, clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.holdings = holdings
        self.capacity = capacity
        self.clock = clock
    }

    package func send(_ command: Command) async throws(StoreError) {
        let now = clock()
        if let holdings, try await holdings.holder(of: command.session, now: now) == nil {
            throw .unavailable("nobody holds the session")
        }
        let isTaken = state.withLock { state in
            var line = state.lines[command.session] ?? Line()
            line.drop(before: now)
            guard line.waiting.count < capacity else { return false }
            if !line.waiting.contains(where: { $0.id == command.id }) {
                line.waiting.append(command)
                line.receiver?.continuation.yield(command)
            }
            state.lines[command.session] = line
            return true
        }
        guard isTaken else { throw .full("the queue of commands") }
    }

    package func commands(for session: String) -> AsyncStream<Command> {
        // What is not acknowledged is bounded, and so is what is buffered: each is yielded once to a receiver.
        let (stream, continuation) = AsyncStream.makeStream(of: Command.self)
        let id = state.withLock { state in
            state.receivers += 1
            var line = state.lines[session] ?? Line()
            line.drop(before: clock())
            line.receiver?.continuation.finish()
            line.receiver = (state.receivers, continuation)
            for command in line.waiting { continuation.yield(command) }
            state.lines[session] = line
            return state.receivers
        }
        continuation.onTermination = { [weak self] termination in
            if case .cancelled = termination { self?.leave(session, id) }
        }
        return stream
    }

    package func acknowledge(_ command: String, of session: String) {
        state.withLock { state in
            state.lines[session]?.waiting.removeAll { $0.id == command }
            state.tidy(session)
        }
    }

    private func leave(_ session: String, _ receiver: Int) {
        state.withLock { state in
            guard state.lines[session]?.receiver?.id == receiver else { return }
            state.lines[session]?.receiver = nil
            state.tidy(session)
        }
    }
}
