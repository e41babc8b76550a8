import Speech
import Timing

/// How long a caller waits for the first sound when no engine works: none understands, and none speaks. What is heard then was
/// rendered before the call.
struct LastResortTime {
    private static let (callers, span) = (3, Duration.seconds(20))

    /// The longest wait, in milliseconds, of calls whose engines fail at once, and of calls whose engines do not answer.
    static func measure() throws -> Figure {
        var most = 0.0
        var notes: [String] = []
        for (understands, fault) in [
            (true, BrokenEngine.Fault.fails), (true, .stalls), (false, .fails), (false, .stalls),
        ] {
            let waits = try waits(understands, fault).map(\.inMilliseconds).sorted()
            guard let longest = waits.last, let half = waits.median else { throw BenchFailure("nothing was heard") }
            most = max(most, longest)
            let what = understands ? "synthesisers" : "all"
            let verb = fault == .fails ? "fail" : "stall"
            notes.append("\(what) \(verb): \(waits.count) answers, half within \(Int(half)) ms, all \(Int(longest))")
        }
        return Figure(value: most, note: notes.joined(separator: "; "))
    }

    private static func waits(_ understands: Bool, _ fault: BrokenEngine.Fault) throws -> [Duration] {
        let workshop = try Workshop()
        defer { workshop.close() }
        let url = try workshop.startServer(["--no-worker"]).livekit
        let engines = try engines(understands, fault)
        return try Visitors.run {
            try await LocalWorker(engines, for: url).serve {
                let callers = try await TalkingCaller.call(url, callers)
                try await Task.sleep(for: span)
                var waits: [Duration] = []
                for caller in callers {
                    waits += await caller.waits
                    await caller.hangUp()
                }
                return waits
            }
        }
    }

    /// Chains of two engines that do not work; behind those that should speak, the phrase.
    private static func engines(_ understands: Bool, _ fault: BrokenEngine.Fault) throws -> SpeechEngines {
        let (broken, switchboard) = (BrokenEngine(fault: fault), Switchboard(logger: LocalWorker.quiet))
        let rendered = RenderedPhrases(try LastResort.render())
        let recognizer = FallbackRecognizer(
            [Link(Candidate("first"), broken), Link(Candidate("second"), broken)], switchboard: switchboard)
        return SpeechEngines(
            recognizer: understands ? PromptRecognizer() : recognizer,
            synthesizer: FallbackSynthesizer(
                [
                    Link(Candidate("first"), broken), Link(Candidate("second"), broken),
                    Link(Candidate("rendered", isLocal: true, isLastResort: true), rendered),
                ], switchboard: switchboard))
    }
}
