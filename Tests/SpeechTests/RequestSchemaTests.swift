import Document
import Foundation
import Speech
import Testing

/// The requests we make, held against what OpenAI documents for its endpoints: every field is one of theirs and has their
/// type, and none of theirs that is required is missing.
@Suite("Requests have the published form")
struct RequestSchemaTests {
    private func provider(_ server: LocalServer) -> Provider {
        Provider(url: server.url, key: "sk-secret", model: "gpt-4o-mini", timeout: .seconds(20))
    }

    private func body(_ server: LocalServer) throws -> JSON {
        let request = try #require(server.requests.first)
        #expect(request.head.contains("Content-Type: application/json"))
        return try JSON(parsing: request.text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test("a question to a language model, with tools and a shape for the answer")
    func chat() async throws {
        let server = try LocalServer { _ in
            .json(#"{"choices":[{"message":{"content":"{}"},"finish_reason":"stop"}]}"#)
        }
        var request = ChatRequest([
            ChatMessage(.system, "Be brief."), ChatMessage(.assistant, "Hi"), ChatMessage(.user, "…"),
        ])
        request.tools = [ChatTool(name: "book", description: "Books.", parameters: ["type": "object"])]
        request.format = .json(name: "meaning", schema: ["type": "object"])
        request.maxTokens = 200
        _ = try await HTTPChatModel(provider(server)).answer(request)
        let body = try body(server)
        #expect(PublishedForm.chat.faults(in: body) == [])
        #expect(body["stream_options"]?["include_usage"] == true)
    }

    @Test("a question without tools has no empty list of them, which some providers refuse")
    func plainChat() async throws {
        let server = try LocalServer { _ in
            .json(#"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#)
        }
        _ = try await HTTPChatModel(provider(server)).answer(ChatRequest([ChatMessage(.user, "Hello")]))
        let body = try body(server)
        #expect(PublishedForm.chat.faults(in: body) == [])
        #expect(body["tools"] == nil && body["response_format"] == nil && body["max_tokens"] == nil)
    }

    @Test("a clause to be spoken", arguments: ["pcm", "wav"])
    func speech(_ format: String) async throws {
        let server = try LocalServer { _ in LocalServer.Reply(chunks: [[UInt8](repeating: 90, count: 4800)]) }
        for try await _ in HTTPSynthesizer(provider(server), voice: "af_heart", format: format).pieces(of: "Hello.") {}
        #expect(PublishedForm.speech.faults(in: try body(server)) == [])
    }

    @Test("an utterance to be written down, as a form of fields and one file")
    func transcription() async throws {
        let server = try LocalServer { _ in .json(#"{"text":"hello"}"#) }
        let stream = try await HTTPRecognizer(provider(server)).makeStream(vocabulary: "open")
        await stream.accept([Int16](repeating: 5, count: 1600))
        _ = try await stream.finish()
        let request = try #require(server.requests.first)
        let type = try #require(
            request.head.split(separator: "\r\n").first { $0.hasPrefix("Content-Type: multipart/form-data") })
        let boundary = try #require(type.split(separator: "boundary=").last)
        var fields: [String: JSON] = [:]
        for part in String(decoding: request.body, as: UTF8.self).components(separatedBy: "--\(boundary)").dropFirst() {
            guard part != "--\r\n",
                let name = part.split(separator: "name=\"").dropFirst().first?.prefix(while: { $0 != "\"" })
            else { continue }
            let value = part.components(separatedBy: "\r\n\r\n").dropFirst().joined()
            #expect(fields[String(name)] == nil)
            fields[String(name)] =
                part.contains("filename=\"utterance.wav\"")
                ? "a file" : .string(value.trimmingCharacters(in: .newlines))
        }
        #expect(PublishedForm.transcription.faults(in: .object(fields)) == [])
        #expect(fields["file"] == "a file")
        #expect(request.text.hasSuffix("--\(boundary)--\r\n"))
    }

    @Test("the form tells a wrong request from a right one")
    func formFinds() {
        #expect(PublishedForm.speech.faults(in: ["model": "tts-1", "input": "x"]) == ["voice is missing"])
        #expect(
            PublishedForm.speech.faults(in: ["model": "m", "input": 7, "voice": "v", "tone": "x"])
                == ["input", "tone is not theirs"])
    }
}
