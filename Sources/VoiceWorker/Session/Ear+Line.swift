import Speech
import Synchronization
import Timing

/// What a line does: one step of the dictation after the other, on one stream.
extension Ear {
    func serve(_ line: Line, _ report: @escaping @Sendable (Report) async -> Void) async {
        var fresh = line.number == Self.firstLine ? await openEarly(on: line, report) : nil
        for await _ in line.bell {
            while let step = take(on: line) {
                do {
                    try await perform(step, on: line, &fresh, report)
                } catch {
                    lose(line.number, "\(error)")
                }
                rest(line)
            }
            guard isAtWork(line) else { break }
            if shared.withLock({ $0.isClosing }) { return leave(line) }
        }
        leave(line)
    }

    /// The first stream is there before anybody speaks. Whether it can be made shows again when somebody does.
    private func openEarly(
        on line: Line, _ report: @escaping @Sendable (Report) async -> Void
    ) async -> String? {
        shared.withLock { if $0.line == line.number { $0.busy = (.monotonic(), limits.opening) } }
        defer { rest(line) }
        return try? await open("open", on: line, report)
    }

    private func isAtWork(_ line: Line) -> Bool { shared.withLock { $0.line == line.number } }

    private func leave(_ line: Line) {
        let (stream, isLast) = shared.withLock { shared in
            (shared.line == line.number ? shared.stream : nil, shared.line == line.number && shared.isClosing)
        }
        stream?.close()
        if isLast { end() }
    }

    private func take(on line: Line) -> Dictation.Step? {
        shared.withLock { shared in
            guard shared.line == line.number, let step = shared.dictation.next() else { return nil }
            shared.busy = (.monotonic(), limit(of: step))
            return step
        }
    }

    private func limit(of step: Dictation.Step) -> Duration {
        switch step {
        case .begin: limits.opening
        case .samples: limits.accepting
        case .finish: limits.answering
        }
    }

    private func rest(_ line: Line) {
        shared.withLock { if $0.line == line.number { $0.busy = nil } }
    }

    /// - Parameter fresh: the vocabulary of a stream that has heard nothing.
    private func perform(
        _ step: Dictation.Step, on line: Line, _ fresh: inout String?,
        _ report: @escaping @Sendable (Report) async -> Void
    ) async throws {
        let stream = shared.withLock { $0.line == line.number ? $0.stream : nil }
        switch step {
        case .begin(let vocabulary):
            if let stream {
                if fresh != vocabulary { stream.restart(vocabulary: vocabulary) }
            } else {
                _ = try await open(vocabulary, on: line, report)
            }
            fresh = nil
        case .samples(let samples):
            await stream?.accept(samples)
        case .finish(let turn, let revision):
            guard let stream else { throw SpeechError.unavailable("no recogniser") }
            let text = try await stream.finish().text
            let isWanted = shared.withLock { shared in
                shared.line == line.number && shared.dictation.answer(turn: turn, revision: revision)
            }
            if isWanted { await report(.words(text, turn: turn, revision: revision)) }
        }
    }

    /// The vocabulary of the stream it opens.
    private func open(
        _ vocabulary: String, on line: Line, _ report: @escaping @Sendable (Report) async -> Void
    ) async throws -> String {
        after(limits.opening) { [weak self] in self?.checkUp() }
        let stream = try await recognizer.makeStream(vocabulary: vocabulary)
        let isWanted = shared.withLock { shared in
            guard shared.line == line.number else { return false }
            shared.stream = stream
            return true
        }
        guard isWanted else {
            stream.close()
            throw SpeechError.cancelled
        }
        let partials = stream.partials
        Task { [weak self] in
            for await hypothesis in partials { await self?.hear(hypothesis, on: line, report) }
        }
        return vocabulary
    }

    private func hear(
        _ hypothesis: Hypothesis, on line: Line, _ report: @escaping @Sendable (Report) async -> Void
    ) async {
        let turn = shared.withLock { $0.line == line.number ? $0.dictation.listening : nil }
        guard let turn else { return }
        await report(.partial(hypothesis.text, turn: turn, isComplete: hypothesis.isComplete))
    }
}
