import Logging
import Synchronization
import Timing

/// A circuit breaker shared by the calls that use one provider, with its log.
final class Gate: Sendable {
    private let breaker: Mutex<CircuitBreaker>
    private let logger: Logger
    /// "recognizer", "synthesizer", "model": what the log calls it.
    private let name: String

    init(_ name: String, breaker: CircuitBreaker, logger: Logger) {
        self.name = name
        self.breaker = Mutex(breaker)
        self.logger = logger
    }

    func mayAsk() -> Bool {
        breaker.withLock { $0.mayAsk(now: .monotonic()) }
    }

    func succeeded() {
        breaker.withLock { $0.succeeded() }
    }

    /// Notes a failure. A cancelled request says nothing about the provider; returns false for it.
    func failed(_ error: any Error) -> Bool {
        if error is CancellationError || error as? SpeechError == .cancelled { return false }
        breaker.withLock { $0.failed(now: .monotonic()) }
        let reason = (error as? SpeechError).map { "\($0)" } ?? "\(type(of: error))"
        logger.warning("speech provider failed", metadata: ["engine": "\(name)", "reason": "\(reason)"])
        return true
    }
}
