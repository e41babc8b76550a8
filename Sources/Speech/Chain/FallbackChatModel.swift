import Timing

/// Asks the language models of a chain until one answers; fails at once while all of them rest, so that the rules take over
/// without a wait.
///
/// A model that fails before its first words is followed by the next. Once words went out they cannot be taken back: then the
/// answer fails. Answers that count only as a whole (a schema, tools) are collected first, and so can always be followed.
package final class FallbackChatModel: ChatModel {
    private let links: [Link<any ChatModel>]
    private let gate: Gate

    /// - Parameter links: at least one.
    package init(_ links: [Link<any ChatModel>], patience: Patience = .model, switchboard: Switchboard) {
        precondition(!links.isEmpty, "a chain has an engine")
        self.links = links
        gate = Gate(.model, links, patience: patience, switchboard: switchboard)
    }

    package var traits: EngineTraits { links[0].engine.traits }

    package func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatFragment, any Error> {
        let (stream, continuation) = AsyncThrowingStream<ChatFragment, any Error>.makeStream()
        let task = Task { [self] in
            do {
                try await answer(request, continuation)
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    /// An answer that has begun: its first fragments, and where the others come from.
    private struct Opened: Sendable {
        var fragments: [ChatFragment]
        let rest: AsyncThrowingStream<ChatFragment, any Error>
        var isWhole = false
    }

    private func answer(
        _ request: ChatRequest, _ out: AsyncThrowingStream<ChatFragment, any Error>.Continuation
    ) async throws {
        let race = Race<Opened>(gate: gate, account: UsageTag.current) { [self] engine, patience in
            try await open(request, engine, patience)
        }
        var tried: Set<Int> = []
        var (attempt, opened) = try await race.run(tried: &tried)
        var meter = TokenMeter(request)
        for fragment in opened.fragments {
            meter.add(fragment)
            out.yield(fragment)
        }
        do {
            let end = attempt.asked + gate.patience.whole
            while !opened.isWhole,
                let fragment = try await Waiting.next(of: opened.rest, within: end - .monotonic())
            {
                meter.add(fragment)
                out.yield(fragment)
            }
            attempt.amount = meter.amount
            gate.succeeded(attempt)
        } catch {
            attempt.amount = meter.amount
            gate.failed(attempt, error)
            throw error
        }
    }

    private func open(_ request: ChatRequest, _ engine: Int, _ patience: Duration) async throws -> Opened {
        let stream = links[engine].engine.stream(request)
        guard request.countsAsAWhole else {
            let first = try await Waiting.next(of: stream, within: patience)
            return Opened(fragments: first.map { [$0] } ?? [], rest: stream, isWhole: first == nil)
        }
        let fragments = try await Waiting.atMost(gate.patience.whole) {
            var fragments: [ChatFragment] = []
            var patience = patience
            while let fragment = try await Waiting.next(of: stream, within: patience) {
                fragments.append(fragment)
                patience = self.gate.patience.whole
            }
            return fragments
        }
        return Opened(fragments: fragments, rest: stream, isWhole: true)
    }
}

extension ChatRequest {
    fileprivate var countsAsAWhole: Bool { format != .text || !tools.isEmpty }
}
