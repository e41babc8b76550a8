import Foundation
import Timing

/// Takes the wanted measurements, one after the other: nothing else of ours runs meanwhile.
struct Bench {
    /// What `parley eval --voice` calls the figure of a row.
    private static let spokenTurns: [(row: Row, figure: String)] = [
        (.answer, "answer_median"), (.addedDelay, "added_p95"),
    ]
    private static let trials: [(row: Row, figure: String)] = [
        (.fullVolume, "barge_in_full_volume_p95"), (.bargeIn, "barge_in_silence_p95"), (.heardError, "heard_error_p95"),
        (.backchannels, "false_stops"), (.resumeLoss, "lost_on_resume"),
    ]
    private static let talking: [Row] = [.talkingUnderruns, .talkingCores, .talkingMemory]

    let rows: Set<Row>
    /// Whether what takes long is measured for as long as its bar says.
    let isLong: Bool

    func run() -> [Measurement] {
        var found: [Measurement] = []
        found += path(.listening, .listeningAllocations) { try ListeningPath.compare() }
        found += path(.speaking, .speakingAllocations) { try SpeakingPath.compare() }
        if rows.contains(.voiceActivity) {
            found.append(measure(.voiceActivity) { try VoiceActivityScore.measure(stride: isLong ? 1 : 3) })
        }
        found += spoken(Self.spokenTurns, ["--only", "questions"])
        found += spoken(Self.trials, ["--trials-only", "--trials", isLong ? "3" : "1"])
        found += phrases() + talkingCalls() + calls()
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

    /// One run of spoken calls answers several questions.
    private func spoken(_ figures: [(row: Row, figure: String)], _ options: [String]) -> [Measurement] {
        let wanted = figures.filter { rows.contains($0.row) }
        guard !wanted.isEmpty else { return [] }
        let found = Result { try VoiceFigures(options, within: .seconds(isLong ? 1800 : 420)) }
        return wanted.map { row, figure in measure(row) { try found.get().figure(figure) } }
    }

    private func phrases() -> [Measurement] {
        let bodies: [(Row, () throws -> Figure)] = [
            (.cachedPhrase, CachedPhrase.measure), (.lastResort, LastResortTime.measure),
        ]
        return bodies.filter { rows.contains($0.0) }.map { row, body in measure(row, body) }
    }

    /// One load, and the same for a peer where there is one, answer three questions.
    private func talkingCalls() -> [Measurement] {
        let wanted = Self.talking.filter(rows.contains)
        guard !wanted.isEmpty else { return [] }
        let seconds = isLong ? 300.0 : 60
        let own = Result { try TalkingCalls.measure(seconds: seconds) }
        let peer = Result { try TalkingCalls.measurePeer(seconds: seconds) }
        return wanted.map { row in measure(row) { try Self.figure(row, of: try own.get(), peer) } }
    }

    private static func figure(
        _ row: Row, of calls: TalkingCalls, _ peer: Result<TalkingCalls?, any Error>
    ) throws -> Figure {
        switch row {
        case .talkingUnderruns:
            Figure(
                value: Double(calls.underruns),
                note: calls.note(peer) { "\($0.underruns)" }
                    + "; \(calls.noticed.holes) holes, latest packet by \(Int(calls.noticed.latest.inMilliseconds)) ms")
        case .talkingCores:
            Figure(value: calls.cores, note: calls.note(peer) { "\($0.cores.formatted(decimals: 3)) cores" })
        default: Figure(value: calls.memory, note: calls.note(peer) { "\($0.memory.formatted(decimals: 1)) MB" })
        }
    }

    private func calls() -> [Measurement] {
        guard rows.contains(.join) else { return [] }
        return [measure(.join) { try Self.median(of: Calls.place().joins, "joins") }]
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
