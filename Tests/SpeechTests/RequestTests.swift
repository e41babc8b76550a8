import Document
import Foundation
import Speech
import Testing

/// How requests are put together; that each has the fields and types which providers publish is tested with their own packages,
/// in `Tests/Interop/test_provider_forms.py`.
@Suite("Requests to providers")
struct RequestTests {
    private func provider(_ server: LocalServer) -> Provider {
        Provider(url: server.url, key: "sk-secret", model: "gpt-4o-mini", timeout: .seconds(20))
    }

    private func body(_ server: LocalServer) throws -> JSON {
        let request = try #require(server.requests.first)
        #expect(request.head.contains("Content-Type: application/json"))
        return try JSON(parsing: request.text.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    @Test("a question without tools has no empty list of them, which some providers refuse")
    func plainChat() async throws {
        let server = try LocalServer { _ in
            .json(#"{"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]}"#)
        }
        _ = try await HTTPChatModel(provider(server)).answer(ChatRequest([ChatMessage(.user, "Hello")]))
        let body = try body(server)
        #expect(body["stream_options"]?["include_usage"] == true)
        #expect(body["tools"] == nil && body["response_format"] == nil && body["max_tokens"] == nil)
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
        let expected: [String: JSON] = [
            "file": "a file", "model": "gpt-4o-mini", "language": "en", "response_format": "json",
        ]
        #expect(fields == expected)
        #expect(request.text.hasSuffix("--\(boundary)--\r\n"))
    }
}
