import Document
import Foundation

/// A language model behind `/chat/completions` in the OpenAI form: streamed, with tools and structured output.
package final class HTTPChatModel: ChatModel {
    private let provider: Provider

    package init(_ provider: Provider) {
        self.provider = provider
    }

    package var traits: EngineTraits { EngineTraits(name: provider.name, model: provider.model, isRemote: true) }

    package func stream(_ request: ChatRequest) -> AsyncThrowingStream<ChatFragment, any Error> {
        let (stream, continuation) = AsyncThrowingStream<ChatFragment, any Error>.makeStream()
        let task = Task { [provider] in
            do {
                let question = provider.request(
                    "chat/completions", body: [UInt8](request.body(model: provider.model).data),
                    contentType: "application/json")
                var reader = CompletionReader()
                for try await chunk in HTTPTransport.shared.stream(question) {
                    for fragment in try reader.add(chunk) { continuation.yield(fragment) }
                }
                if Task.isCancelled { throw SpeechError.cancelled }
                for fragment in try reader.end() { continuation.yield(fragment) }
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }
}
