import Logging
import Synchronization
import Timing

/// A chain shared by the calls that use it: takes the time, tells the observers, writes the log.
final class Gate: Sendable {
    let kind: EngineReport.Kind
    let patience: Patience
    let warmUps: [@Sendable () async -> Void]
    private let chain: Mutex<Chain>
    private let switchboard: Switchboard
    /// What never changes about the candidates.
    private let candidates: [Candidate]

    init<Engine>(
        _ kind: EngineReport.Kind, _ links: [Link<Engine>], patience: Patience, switchboard: Switchboard
    ) {
        self.kind = kind
        self.patience = patience
        self.switchboard = switchboard
        candidates = links.map(\.candidate)
        warmUps = links.compactMap(\.warmUp)
        chain = Mutex(Chain(candidates))
        switchboard.join(self)
    }

    /// Begins a request to the engine that is next; `nil` when there is none left to ask.
    func begin(after tried: Set<Int>, account: UsageTag?) -> Attempt? {
        let now = Instant.monotonic()
        let thrift = switchboard.thrift(of: account)
        let index = chain.withLock { $0.next(after: tried, thrift: thrift, now: now) }
        return index.map { Attempt(engine: $0, asked: now, account: account) }
    }

    /// How long to wait for the first part of an answer, and after what time to ask somebody else too.
    func waits(for attempt: Attempt, after tried: Set<Int>) -> (patience: Duration, hedge: Duration?) {
        let now = Instant.monotonic()
        let thrift = switchboard.thrift(of: attempt.account)
        return chain.withLock { chain in
            guard chain.hasNext(after: tried, thrift: thrift, now: now) else { return (patience.whole, nil) }
            return (patience.between, chain.hedge(of: attempt.engine))
        }
    }

    func spoke(_ attempt: inout Attempt) {
        guard attempt.firstByte == nil else { return }
        let time = Instant.monotonic() - attempt.asked
        attempt.firstByte = time
        chain.withLock { $0.spoke(attempt.engine, after: time) }
    }

    /// The request went well.
    func succeeded(_ attempt: Attempt) {
        let turn = chain.withLock { $0.succeeded(attempt.engine, now: .monotonic()) }
        tell(turn, of: attempt.engine)
        report(attempt, .answered)
    }

    /// Another engine was faster.
    func superseded(_ attempt: Attempt) {
        withdraw(attempt)
        report(attempt, .superseded)
    }

    /// The request was never made.
    func withdraw(_ attempt: Attempt) {
        chain.withLock { $0.abandoned(attempt.engine, now: .monotonic()) }
    }

    /// Nobody waits for the answer any more.
    func cancelled(_ attempt: Attempt) {
        withdraw(attempt)
        report(attempt, .cancelled)
    }

    /// Notes a failure. A cancelled request says nothing about the engine; returns false for it.
    @discardableResult
    func failed(_ attempt: Attempt, _ error: any Error) -> Bool {
        let now = Instant.monotonic()
        let outcome: EngineReport.Outcome
        var turn: Chain.Turn?
        switch error as? SpeechError {
        case .cancelled?:
            cancelled(attempt)
            return false
        case _ where error is CancellationError:
            cancelled(attempt)
            return false
        case .limited(let time)?:
            chain.withLock { $0.limited(attempt.engine, for: time, now: now) }
            outcome = .refused
        case .declined?:
            // It answered: it does not want to. The next may.
            turn = chain.withLock { $0.succeeded(attempt.engine, now: now) }
            outcome = .refused
        case let known:
            turn = chain.withLock { $0.failed(attempt.engine, now: now) }
            outcome = known.map(Self.outcome) ?? .failed
        }
        log(error, of: attempt)
        tell(turn, of: attempt.engine)
        report(attempt, outcome)
        return true
    }

    /// The engine fell silent in the middle: a failure, after which it is left alone for a moment.
    func stalled(_ attempt: Attempt) {
        failed(attempt, SpeechError.timedOut)
        chain.withLock { $0.limited(attempt.engine, for: nil, now: .monotonic()) }
    }

    func candidate(_ index: Int) -> Candidate { candidates[index] }

    var circuits: [Circuit] {
        let now = Instant.monotonic()
        return chain.withLock(\.candidates).filter { !$0.isLastResort }.map { candidate in
            let state = candidate.breaker.state(now: now)
            let end = [candidate.limitedUntil, state == .open ? candidate.breaker.opensAgain : nil].compactMap(\.self)
            return Circuit(
                name: "\(kind.rawValue):\(candidate.name)", kind: kind, engine: candidate.name, model: candidate.model,
                state: state, failures: candidate.breaker.failureCount,
                wait: end.max().flatMap { $0 > now ? $0 - now : nil }, p95: candidate.latency.p95)
        }
    }

    func reset(_ name: String) -> Bool {
        guard let index = candidates.firstIndex(where: { "\(kind.rawValue):\($0.name)" == name }) else { return false }
        chain.withLock { $0.reset(index) }
        tell(.closed, of: index)
        return true
    }

    private static func outcome(of error: SpeechError) -> EngineReport.Outcome {
        switch error {
        case .timedOut: .timedOut
        case .refused: .refused
        default: .failed
        }
    }

    private func tell(_ turn: Chain.Turn?, of engine: Int) {
        guard let turn else { return }
        let name = candidates[engine].name
        switchboard.logger.warning(
            turn == .opened ? "circuit opened" : "circuit closed",
            metadata: ["kind": "\(kind.rawValue)", "engine": "\(name)"])
        switchboard.note(circuitOf: name, kind: kind, isOpen: turn == .opened)
    }

    private func log(_ error: any Error, of attempt: Attempt) {
        let reason = (error as? SpeechError).map { "\($0)" } ?? "\(type(of: error))"
        var metadata: Logger.Metadata = [
            "kind": "\(kind.rawValue)", "engine": "\(candidates[attempt.engine].name)", "reason": "\(reason)",
        ]
        if let session = attempt.account?.session { metadata["session_id"] = "\(session)" }
        switchboard.logger.warning("engine failed", metadata: metadata)
    }

    private func report(_ attempt: Attempt, _ outcome: EngineReport.Outcome) {
        let candidate = candidates[attempt.engine]
        switchboard.note(
            EngineReport(
                kind: kind, engine: candidate.name, model: candidate.model, outcome: outcome, amount: attempt.amount,
                firstByte: attempt.firstByte, total: .monotonic() - attempt.asked, tag: attempt.account))
    }
}
