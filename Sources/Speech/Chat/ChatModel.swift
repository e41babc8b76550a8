/// A language model that answers a conversation.
package protocol ChatModel: Sendable {
    var traits: EngineTraits { get }

    /// The answer as it is written, in fragments of any length. Throws `SpeechError`; letting the stream go ends the work.
    func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatFragment, any Error>
}

extension ChatModel {
    package var traits: EngineTraits { EngineTraits(name: "\(Self.self)") }

    /// The whole answer. Throws `SpeechError`.
    package func answer(_ request: ChatRequest) async throws -> ChatAnswer {
        var answer = ChatAnswer()
        for try await fragment in stream(request) { answer.add(fragment) }
        // A cancelled task sees the stream end early.
        if Task.isCancelled { throw SpeechError.cancelled }
        return answer
    }
}
