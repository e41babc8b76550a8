import Foundation

/// Takes the wanted measurements, one after the other: nothing else of ours runs meanwhile.
struct Bench {
    let rows: Set<Row>

    func run() -> [Measurement] {
        var found: [Measurement] = []
        found += path(.listening, .listeningAllocations) { try ListeningPath.compare() }
        found += path(.speaking, .speakingAllocations) { try SpeakingPath.compare() }
        found += calls()
        found += memory()
        if rows.contains(.memoryPerListener) {
            found.append(measure(.memoryPerListener) { try ListeningMemory.measure() })
        }
        found += conversations() + feeds()
        if rows.contains(.churn) { found.append(measure(.churn) { try JoinChurn.measure().figure }) }
        return found
    }

    /// One run of a path answers two questions.
    private func path(_ cost: Row, _ allocations: Row, _ compare: () throws -> PathFigures) -> [Measurement] {
        let wanted = [cost, allocations].filter(rows.contains)
        guard !wanted.isEmpty else { return [] }
        let figures = Result { try compare() }
        return wanted.map { row in
            measure(row) {
                let figures = try figures.get()
                return row == cost ? figures.cost : figures.allocations
            }
        }
    }

    /// The same calls answer three questions.
    private func calls() -> [Measurement] {
        let wanted = Row.allCases.filter { rows.contains($0) && [.bargeIn, .reply, .join].contains($0) }
        guard !wanted.isEmpty else { return [] }
        let calls = Result { try Calls.place() }
        return wanted.map { row in
            measure(row) {
                let calls = try calls.get()
                return switch row {
                case .bargeIn: try Self.median(of: calls.stops, "barge-ins")
                case .reply: try Self.median(of: calls.replies, "answers")
                default: try Self.median(of: calls.joins, "joins")
                }
            }
        }
    }

    private func memory() -> [Measurement] {
        let wanted = Row.allCases.filter { rows.contains($0) && [.memoryIdle, .memoryPerCall].contains($0) }
        guard !wanted.isEmpty else { return [] }
        let memory = Result { try WorkerMemory.measure() }
        return wanted.map { row in
            measure(row) { row == .memoryIdle ? try memory.get().idleFigure : try memory.get().furtherFigure }
        }
    }

    private func conversations() -> [Measurement] {
        let bodies: [(Row, () throws -> Figure)] = [
            (.turn, TurnCost.measure), (.step, StepOverhead.measure), (.checkpoint, CheckpointCost.measure),
            (.sessions, SessionsInMemory.measure),
        ]
        return bodies.filter { rows.contains($0.0) }.map { row, body in measure(row, body) }
    }

    private func feeds() -> [Measurement] {
        let bodies: [(Row, () throws -> Figure)] = [
            (.feed, FeedLatency.measure), (.sharedFeed, FeedLatency.measureShared), (.slowReaders, SlowReaders.measure),
            (.requests, RequestRate.measure), (.whisper, WhisperTime.measure),
        ]
        return bodies.filter { rows.contains($0.0) }.map { row, body in measure(row, body) }
    }

    private func measure(_ row: Row, _ body: () throws -> Figure) -> Measurement {
        do {
            let figure = try body()
            return Measurement(row: row, value: figure.value, note: figure.note)
        } catch {
            return Measurement(row: row, value: nil, note: "\(error)")
        }
    }

    private static func median(of values: [Double], _ what: String) throws -> Figure {
        guard let median = values.median, let least = values.min(), let most = values.max() else {
            throw BenchFailure("there were no \(what)")
        }
        return Figure(value: median, note: "\(values.count) \(what), \(Int(least.rounded()))–\(Int(most.rounded())) ms")
    }
}
