/// A language model that answers a conversation.
package protocol ChatModel: Sendable {
    /// The whole answer. Throws `SpeechError`.
    func complete(_ messages: [ChatMessage]) async throws -> String

    /// The answer as it is written, in fragments of any length. Throws `SpeechError`.
    func stream(_ messages: [ChatMessage]) -> AsyncThrowingStream<String, any Error>
}

extension ChatModel {
    /// A model that cannot stream gives its whole answer as one fragment.
    package func stream(_ messages: [ChatMessage]) -> AsyncThrowingStream<String, any Error> {
        let (stream, continuation) = AsyncThrowingStream<String, any Error>.makeStream()
        let task = Task {
            do {
                continuation.yield(try await complete(messages))
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}
