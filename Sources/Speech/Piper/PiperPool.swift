import Synchronization
import Timing

/// Piper's processes, and the clauses that wait for one. A process that dies is replaced when the next clause comes, at
/// once the first time and then after rests that double.
final class PiperPool: Sendable {
    private struct State {
        var idle: [PiperProcess] = []
        /// Since the last clause that was spoken whole.
        var failures = 0
        var restsUntil: Instant?
    }

    private static let longestRest: Duration = .seconds(30)

    private let program: PiperProgram
    private let workers: WorkerPool
    private let state = Mutex(State())

    init(_ program: PiperProgram) {
        self.program = program
        workers = WorkerPool(name: "piper", threads: program.processes, capacity: program.waiting)
    }

    func warmUp() {
        _ = workers.submit { [weak self] in
            guard let self, let process = try? take() else { return }
            state.withLock { $0.idle.append(process) }
        }
    }

    /// The sound of a clause as it comes: bare samples.
    func sound(of clause: String) -> AsyncThrowingStream<[UInt8], any Error> {
        let (stream, continuation) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        let listener = Listener()
        continuation.onTermination = { _ in listener.leave() }
        let isQueued = workers.submit { [self] in
            guard listener.isThere else { return continuation.finish() }
            do {
                try speak(clause, listener) { continuation.yield($0) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        if !isQueued { continuation.finish(throwing: SpeechError.overloaded) }
        return stream
    }

    private func speak(_ clause: String, _ listener: Listener, sink: ([UInt8]) -> Void) throws(SpeechError) {
        let process = try take()
        do {
            try process.speak(
                clause, until: .monotonic() + program.timeout, isWanted: { listener.isThere }, sink: sink)
        } catch {
            noteFailure()
            throw error
        }
        state.withLock { state in
            state.idle.append(process)
            state.failures = 0
            state.restsUntil = nil
        }
    }

    /// A process to speak with. Throws `unavailable` while new ones are resting.
    private func take() throws(SpeechError) -> PiperProcess {
        let known = state.withLock { state in
            state.idle.removeAll { !$0.isRunning }
            return state.idle.popLast()
        }
        if let known { return known }
        if let until = state.withLock({ $0.restsUntil }), Instant.monotonic() < until {
            throw .unavailable("piper, which is resting after failures")
        }
        do {
            return try PiperProcess(program)
        } catch {
            noteFailure()
            throw error
        }
    }

    private func noteFailure() {
        state.withLock { state in
            state.failures += 1
            guard state.failures > 1 else { return }
            let rest = Duration.milliseconds(250 << min(16, state.failures - 2))
            state.restsUntil = .monotonic() + min(rest, Self.longestRest)
        }
    }
}

/// Whoever wants the sound of a clause.
private final class Listener: Sendable {
    private let hasLeft = Atomic<Bool>(false)

    var isThere: Bool { !hasLeft.load(ordering: .relaxed) }

    func leave() { hasLeft.store(true, ordering: .relaxed) }
}
