import Synchronization
import Timing

/// One call's ear on a chain of engines. Keeps the utterance's sound until an engine has answered.
final class FallbackRecognitionStream: RecognitionStream {
    private struct State {
        var lines: RecognitionLines
        var utterance = KeptUtterance()
        /// The request to the engine that hears the utterance as it is spoken.
        var live: Attempt?
        /// Engines that failed in this utterance.
        var tried: Set<Int> = []
        /// The engine that listens has said something of it.
        var hasWords = false
        /// Engines that are being opened.
        var opening: [Int: Task<Void, Never>] = [:]
        var isClosed = false
    }

    /// Seconds of sound.
    private static let longestWithoutWords = 1.5

    let partials: AsyncStream<Hypothesis>
    private let continuation: AsyncStream<Hypothesis>.Continuation
    private let engines: [any SpeechRecognizer]
    private let gate: Gate
    private let account: UsageTag?
    private let state: Mutex<State>

    init(_ engines: [any SpeechRecognizer], _ gate: Gate, vocabulary: String, account: UsageTag?) {
        self.engines = engines
        self.gate = gate
        self.account = account
        state = Mutex(State(lines: RecognitionLines(vocabulary: vocabulary)))
        (partials, continuation) = AsyncStream<Hypothesis>.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit { close() }

    func accept(_ samples: [Int16]) async {
        let (line, sound) = state.withLock { state -> ((any RecognitionStream)?, [Int16]) in
            guard !state.isClosed else { return (nil, []) }
            state.utterance.add(samples)
            choose(&state)
            guard let live = state.live, let line = state.lines[live.engine] else { return (nil, []) }
            return (line, state.utterance.takeUnheard())
        }
        if let line { await line.accept(sound) }
    }

    func finish() async throws -> Transcript {
        let (utterance, live, failed) = state.withLock { state in
            defer { endUtterance(&state) }
            return (state.utterance, state.live, state.tried)
        }
        guard !utterance.isEmpty else {
            if let live { gate.withdraw(live) }
            return Transcript(text: "")
        }
        var tried = failed
        // The engine that listens is asked now: only what comes after the utterance counts as its time.
        let first = live.map { Attempt(engine: $0.engine, asked: .monotonic(), account: $0.account) }
        let race = Race<Transcript>(
            gate: gate, account: UsageTag.current ?? account,
            amount: EngineReport.Amount(seconds: utterance.seconds)
        ) { [self] engine, patience in
            let isLive = engine == live?.engine
            return try await answer(of: engine, isLive ? utterance.unheard : utterance.whole, isLive, within: patience)
        }
        let (attempt, transcript) = try await race.run(tried: &tried, first: first)
        gate.succeeded(attempt)
        return transcript
    }

    func restart(vocabulary: String) {
        state.withLock { state in
            if let live = state.live { gate.withdraw(live) }
            endUtterance(&state)
            state.lines.restart(vocabulary: vocabulary)
        }
    }

    /// A stream that is closed while somebody speaks, and that had no words after a second and a half of sound though its
    /// engine gives them as they come, was closed because it stalled: then the next stream begins with another engine.
    func close() {
        state.withLock { state in
            if let live = state.live { isStalled(live, state) ? gate.stalled(live) : gate.withdraw(live) }
            endUtterance(&state)
            state.isClosed = true
            for task in state.opening.values { task.cancel() }
            state.lines.close()
        }
        continuation.finish()
    }

    private func isStalled(_ live: Attempt, _ state: State) -> Bool {
        engines[live.engine].traits.givesPartials && !state.hasWords
            && state.utterance.seconds >= Self.longestWithoutWords
    }

    private func endUtterance(_ state: inout State) {
        state.utterance = KeptUtterance()
        state.live = nil
        state.tried = []
        state.hasWords = false
    }

    /// Chooses who hears the utterance, and has the line to it opened.
    private func choose(_ state: inout State) {
        if state.live == nil {
            state.live = gate.begin(after: state.tried, account: account)
        }
        guard let live = state.live, state.lines[live.engine] == nil, state.opening[live.engine] == nil else { return }
        let vocabulary = state.lines.vocabulary
        state.opening[live.engine] = Task { [weak self, engine = engines[live.engine]] in
            let line: Result<any RecognitionStream, any Error>
            do { line = .success(try await engine.makeStream(vocabulary: vocabulary)) } catch { line = .failure(error) }
            guard let self else { return }
            opened(live, line)
        }
    }

    private func opened(_ attempt: Attempt, _ line: Result<any RecognitionStream, any Error>) {
        state.withLock { state in
            state.opening[attempt.engine] = nil
            switch line {
            case .success(let line) where state.isClosed: line.close()
            case .success(let line): hold(line, of: attempt.engine, in: &state)
            case .failure(let error):
                guard state.live?.engine == attempt.engine else { return }
                gate.failed(attempt, error)
                state.tried.insert(attempt.engine)
                state.live = nil
                state.utterance.beginAgain()
                choose(&state)
            }
        }
    }

    private func hold(_ line: any RecognitionStream, of engine: Int, in state: inout State) {
        let forwarding = Task { [weak self, partials = line.partials] in
            for await partial in partials { self?.forward(partial, of: engine) }
        }
        state.lines.hold(line, of: engine, forwarding)
    }

    private func forward(_ partial: Hypothesis, of engine: Int) {
        let isHeard = state.withLock { state in
            guard state.live?.engine == engine else { return false }
            state.hasWords = true
            return true
        }
        if isHeard { continuation.yield(partial) }
    }

    /// What one engine makes of an utterance, or of the part of it that it has not heard. A line that failed, or was
    /// abandoned, is not used again.
    private func answer(
        of engine: Int, _ sound: [Int16], _ isLive: Bool, within patience: Duration
    ) async throws -> Transcript {
        do {
            return try await Waiting.atMost(patience) { [self] in
                let line = try await line(to: engine)
                if !isLive { line.restart(vocabulary: state.withLock(\.lines.vocabulary)) }
                if !sound.isEmpty { await line.accept(sound) }
                return try await line.finish()
            }
        } catch {
            state.withLock { $0.lines.drop(engine) }
            throw error
        }
    }

    private func line(to engine: Int) async throws -> any RecognitionStream {
        let opening = state.withLock { $0.opening[engine] }
        await opening?.value
        let (known, vocabulary) = state.withLock { ($0.lines[engine], $0.lines.vocabulary) }
        if let known { return known }
        let line = try await engines[engine].makeStream(vocabulary: vocabulary)
        try state.withLock { state in
            guard !state.isClosed else {
                line.close()
                throw SpeechError.cancelled
            }
            hold(line, of: engine, in: &state)
        }
        return line
    }
}
