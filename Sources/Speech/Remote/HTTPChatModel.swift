import Foundation

/// A language model behind `/chat/completions` in the OpenAI form.
package final class HTTPChatModel: ChatModel {
    private struct Question: Encodable {
        struct Message: Encodable {
            let role: ChatMessage.Role
            let content: String
        }

        let model: String
        let messages: [Message]
        let stream: Bool
    }

    private struct Answer: Decodable {
        struct Choice: Decodable {
            struct Message: Decodable {
                let content: String?
            }

            /// The whole message, or the next fragment of it when streaming.
            let message: Message?
            let delta: Message?
        }

        let choices: [Choice]
    }

    private let provider: Provider

    package init(_ provider: Provider) {
        self.provider = provider
    }

    package func complete(_ messages: [ChatMessage]) async throws -> String {
        let body = try await HTTPTransport.shared.send(try request(messages, stream: false))
        let answer = try? JSONDecoder().decode(Answer.self, from: Data(body))
        guard let text = answer?.choices.first?.message?.content else {
            throw SpeechError.malformed("no message in the completion")
        }
        return text
    }

    package func stream(_ messages: [ChatMessage]) -> AsyncThrowingStream<String, any Error> {
        let (stream, continuation) = AsyncThrowingStream<String, any Error>.makeStream()
        let task = Task {
            do {
                var lines = EventStreamReader()
                var isDone = false
                for try await chunk in HTTPTransport.shared.stream(try request(messages, stream: true)) {
                    for data in lines.add(chunk) where !isDone {
                        isDone = data == "[DONE]"
                        if !isDone, let text = try Self.fragment(data) { continuation.yield(text) }
                    }
                }
                if Task.isCancelled { throw SpeechError.cancelled }
                continuation.finish(throwing: isDone ? nil : SpeechError.malformed("the completion ends early"))
            } catch {
                continuation.finish(throwing: error)
            }
        }
        continuation.onTermination = { _ in task.cancel() }
        return stream
    }

    private static func fragment(_ data: String) throws -> String? {
        guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(data.utf8)) else {
            throw SpeechError.malformed("an event that is not a completion")
        }
        return answer.choices.first?.delta?.content
    }

    private func request(_ messages: [ChatMessage], stream: Bool) throws -> HTTPRequest {
        let question = Question(
            model: provider.model, messages: messages.map { .init(role: $0.role, content: $0.content) }, stream: stream)
        let body = [UInt8](try JSONEncoder().encode(question))
        return provider.request("chat/completions", body: body, contentType: "application/json")
    }
}
