import Speech

/// A language model that answers as a test tells it to.
struct FakeModel: ChatModel {
    typealias Script = @Sendable (AsyncThrowingStream<ChatFragment, any Error>.Continuation) async throws -> Void

    let script: Script

    func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatFragment, any Error> {
        let (stream, continuation) = AsyncThrowingStream<ChatFragment, any Error>.makeStream()
        let task = Task { [script] in
            do {
                try await script(continuation)
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}
