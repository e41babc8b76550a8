import Timing

/// Asks the engines of a chain one after the other until one answers: the next when one fails, and beside it when one takes
/// longer than nearly always. The first good answer counts; the others are let go.
struct Race<Answer: Sendable>: Sendable {
    private enum News: Sendable {
        case answered(Attempt, Answer)
        case failed(Attempt, any Error)
        /// An engine has taken longer than nearly always.
        case late(Int)
    }

    let gate: Gate
    let account: UsageTag?
    /// How much a request uses, whoever is asked.
    var amount = EngineReport.Amount()
    /// Asks one engine, within a time; to be cancelled at any moment.
    let ask: @Sendable (_ engine: Int, _ patience: Duration) async throws -> Answer

    /// The first good answer, and the request that gave it, which is still to be ended. Throws what the last engine threw,
    /// and `SpeechError.cancelled`.
    ///
    /// - Parameters:
    ///   - tried: engines not to be asked, and then also those that were asked in vain.
    ///   - first: a request that has begun already.
    func run(tried: inout Set<Int>, first: Attempt? = nil) async throws -> (attempt: Attempt, answer: Answer) {
        var finder = Finder(race: self, tried: tried)
        defer { tried = finder.tried }
        return try await withThrowingTaskGroup(of: News.self) { group in
            defer { group.cancelAll() }
            guard let attempt = first ?? gate.begin(after: finder.tried, account: account) else {
                throw SpeechError.unavailable("every engine for \(gate.kind.rawValue) rests")
            }
            finder.start(attempt, in: &group)
            while let news = try await group.next() {
                if let won = try finder.take(news, in: &group) { return won }
            }
            throw SpeechError.cancelled
        }
    }

    /// The state of one race.
    private struct Finder {
        let race: Race
        var tried: Set<Int>
        private var running: [Int: Attempt] = [:]

        init(race: Race, tried: Set<Int>) {
            self.race = race
            self.tried = tried
        }

        mutating func start(_ begun: Attempt, in group: inout ThrowingTaskGroup<News, any Error>) {
            var attempt = begun
            attempt.amount = race.amount
            tried.insert(attempt.engine)
            running[attempt.engine] = attempt
            let (patience, hedge) = race.gate.waits(for: attempt, after: tried)
            group.addTask { [race, attempt] in
                do {
                    let answer = try await race.ask(attempt.engine, patience)
                    var attempt = attempt
                    race.gate.spoke(&attempt)
                    return .answered(attempt, answer)
                } catch {
                    return .failed(attempt, error)
                }
            }
            guard let hedge, hedge < patience else { return }
            group.addTask { [engine = attempt.engine] in
                try? await Task.sleep(for: hedge)
                return .late(engine)
            }
        }

        /// Returns the winner.
        mutating func take(_ news: News, in group: inout ThrowingTaskGroup<News, any Error>) throws -> (
            Attempt, Answer
        )? {
            switch news {
            case .answered(let attempt, let answer):
                running[attempt.engine] = nil
                for other in running.values { race.gate.superseded(other) }
                return (attempt, answer)
            case .late(let engine):
                guard running[engine] != nil, !Task.isCancelled else { return nil }
                if let next = another(than: .late) { start(next, in: &group) }
                return nil
            case .failed(let attempt, let error):
                running[attempt.engine] = nil
                guard race.gate.failed(attempt, error), !Task.isCancelled else {
                    for other in running.values { race.gate.cancelled(other) }
                    throw SpeechError.cancelled
                }
                guard running.isEmpty else { return nil }
                guard let next = another(than: .failed) else { throw error }
                start(next, in: &group)
                return nil
            }
        }

        private enum Reason {
            case late, failed
        }

        private func another(than reason: Reason) -> Attempt? {
            guard let next = race.gate.begin(after: tried, account: race.account) else { return nil }
            // A last resort is no faster than an engine that is late: it says something else.
            if reason == .late, race.gate.candidate(next.engine).isLastResort {
                race.gate.withdraw(next)
                return nil
            }
            return next
        }
    }
}
