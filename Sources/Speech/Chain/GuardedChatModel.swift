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

    package func complete(_ messages: [ChatMessage]) async throws -> String {
        guard gate.mayAsk() else { throw SpeechError.unavailable("the language model is resting") }
        do {
            let answer = try await model.complete(messages)
            gate.succeeded()
            return answer
        } catch {
            _ = gate.failed(error)
            throw error
        }
    }

    package func stream(_ messages: [ChatMessage]) -> AsyncThrowingStream<String, any Error> {
        let (stream, continuation) = AsyncThrowingStream<String, any Error>.makeStream()
        let task = Task { [self] in
            do {
                guard gate.mayAsk() else { throw SpeechError.unavailable("the language model is resting") }
                for try await fragment in model.stream(messages) { continuation.yield(fragment) }
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
