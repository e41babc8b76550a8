package import Logging

/// A language model behind a circuit breaker: while it rests after failures it fails at once with `unavailable`, so that
/// the rules take over without a wait.
package final class GuardedChatModel: ChatModel {
    private let model: any ChatModel
    private let gate: Gate

    package init(_ model: any ChatModel, breaker: CircuitBreaker = CircuitBreaker(), logger: Logger) {
        self.model = model
        gate = Gate("model", breaker: breaker, logger: logger)
    }

    package func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatFragment, any Error> {
        let (stream, continuation) = AsyncThrowingStream<ChatFragment, any Error>.makeStream()
        let task = Task { [self] in
            do {
                guard gate.mayAsk() else { throw SpeechError.unavailable("the language model is resting") }
                for try await fragment in model.stream(request) { continuation.yield(fragment) }
                if !Task.isCancelled { gate.succeeded() }
                continuation.finish()
            } catch {
                _ = gate.failed(error)
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}
