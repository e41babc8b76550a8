import Speech
import Timing

/// How long a caller waits for the first sound when no engine works: none speaks, and in some calls none understands. What is
/// heard then was rendered before the call.
struct LastResortTime: Sendable {
    private static let (callers, span) = (3, Duration.seconds(25))

    /// Whether callers are understood.
    let understands: Bool
    /// What is wrong with all other engines.
    let fault: BrokenEngine.Fault

    /// The longest wait, in milliseconds, of calls whose engines fail at once, and of calls whose engines do not answer.
    static func measure() throws -> Figure {
        let workshop = try Workshop()
        defer { workshop.close() }
        let cases = BrokenEngine.Fault.allCases.flatMap { fault in
            [true, false].map { LastResortTime(understands: $0, fault: fault) }
        }
        let urls = try cases.map { _ in try workshop.startServer(["--no-worker"]).livekit }
        let found = try Visitors.run {
            try await withThrowingTaskGroup(of: (String, [Double]).self) { group in
                for (one, url) in zip(cases, urls) { group.addTask { (one.name, try await one.waits(at: url)) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
        let notes = try found.map { name, waits in
            guard let most = waits.max(), let half = waits.median else {
                throw BenchFailure("\(name): nothing was heard")
            }
            return "\(name): \(waits.count) answers, half within \(Int(half)) ms, all within \(Int(most))"
        }
        return Figure(
            value: found.flatMap(\.1).max() ?? 0, note: notes.sorted().joined(separator: "; "))
    }

    private var name: String {
        "\(understands ? "synthesisers" : "all") \(fault == .fails ? "fail" : "stall")"
    }

    /// Milliseconds, of every question that was answered.
    private func waits(at url: String) async throws -> [Double] {
        let engines = try engines()
        return try await LocalWorker(engines, for: url).serve {
            let callers = try await TalkingCaller.call(url, Self.callers)
            try await Task.sleep(for: Self.span)
            var waits: [Double] = []
            for caller in callers {
                waits += await caller.waits.map(\.inMilliseconds)
                await caller.hangUp()
            }
            return waits
        }
    }

    /// Chains of two engines that do not work; behind those that should speak, the phrase.
    private func engines() throws -> SpeechEngines {
        let (broken, switchboard) = (BrokenEngine(fault: fault), Switchboard(logger: LocalWorker.quiet))
        let rendered = RenderedPhrases(try LastResort.render())
        let deaf = FallbackRecognizer(
            [Link(Candidate("first"), broken), Link(Candidate("second"), broken)], switchboard: switchboard)
        return SpeechEngines(
            recognizer: understands ? PromptRecognizer() : deaf,
            synthesizer: FallbackSynthesizer(
                [
                    Link(Candidate("first"), broken), Link(Candidate("second"), broken),
                    Link(Candidate("rendered", isLocal: true, isLastResort: true), rendered),
                ], switchboard: switchboard))
    }
}
