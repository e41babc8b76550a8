import Document
import Speech
import Testing

@Suite struct ChatModelTests {
    private static let hello = ChatRequest([ChatMessage(.system, "Be brief."), ChatMessage(.user, "Hello")])

    private func model(_ server: LocalServer) -> HTTPChatModel {
        HTTPChatModel(Provider(url: server.url, key: "secret", model: "m", timeout: .seconds(10)))
    }

    /// A stream of `data:` events with the delta of each.
    private func events(_ deltas: [String], end: String = "data: [DONE]\n\n") -> LocalServer.Reply {
        let lines = deltas.map { "data: {\"choices\":[{\"delta\":\($0)}]}\r\n\r\n" }
        return LocalServer.Reply(chunks: (lines + [": ping\n\n", end]).map { Array($0.utf8) })
    }

    @Test("an answer comes in fragments")
    func fragments() async throws {
        let server = try LocalServer { [self] _ in events([#"{"content":"Good "}"#, #"{"content":"morning"}"#]) }
        var fragments: [ChatFragment] = []
        for try await fragment in model(server).stream(Self.hello) { fragments.append(fragment) }
        #expect(fragments == [.text("Good "), .text("morning")])
        #expect(server.requests.first?.text.contains(#""role":"system""#) == true)
    }

    @Test("a provider that does not stream is read too")
    func whole() async throws {
        let server = try LocalServer { _ in
            .json(#" {"choices": [{"message": {"role": "assistant", "content": "Good morning"}}]}"#)
        }
        #expect(try await model(server).answer(Self.hello).text == "Good morning")
    }

    @Test("tools are offered with their schemas, and calls put together from their fragments")
    func tools() async throws {
        let server = try LocalServer { [self] _ in
            events([
                #"{"tool_calls":[{"index":0,"function":{"name":"search_faq","arguments":""}}]}"#,
                #"{"tool_calls":[{"index":0,"function":{"arguments":"{\"query\":"}}]}"#,
                #"{"tool_calls":[{"index":0,"function":{"arguments":"\"loaners\"}"}}]}"#,
                #"{"tool_calls":[{"index":1,"function":{"name":"cancel","arguments":"{}"}}]}"#,
            ])
        }
        var request = Self.hello
        request.tools = [
            ChatTool(name: "search_faq", description: "Finds an answer.", parameters: ["type": "object"])
        ]
        request.format = .json(name: "meaning", schema: ["type": "object"])
        let answer = try await model(server).answer(request)
        #expect(
            answer.calls == [
                ChatToolCall(name: "search_faq", arguments: #"{"query":"loaners"}"#),
                ChatToolCall(name: "cancel", arguments: "{}"),
            ])
        let text = try #require(server.requests.first?.text)
        let body = try JSON(parsing: String(text[try #require(text.firstIndex(of: "{"))...]))
        #expect(body["tools"]?.elements.first?["function"]?["parameters"] == ["type": "object"])
        #expect(body["response_format"]?["json_schema"]?["strict"] == true)
        #expect(body["stream"] == true)
    }

    @Test(
        "what is no answer is an error that says so",
        arguments: [
            (#"{"refusal":"I cannot help with that."}"#, "data: [DONE]\n\n", SpeechError.declined),
            (#"{"content":"Good"}"#, "", .malformed("the completion ends early")),
            (#"{"content":"Good"}"#, "data: nonsense\n\n", .malformed("an event that is not a completion")),
            (
                #"{"content":"Good"},"finish_reason":"length""#, "data: [DONE]\n\n",
                .malformed("the completion was cut off")
            ),
            (#"{"content":""},"finish_reason":"content_filter""#, "data: [DONE]\n\n", .declined),
        ])
    func failures(delta: String, end: String, error: SpeechError) async throws {
        let server = try LocalServer { [self] _ in events([delta], end: end) }
        await #expect(throws: error) { try await model(server).answer(Self.hello) }
    }

    @Test(
        "one object that is no message is malformed",
        arguments: ["{}", #"{"choices":[]}"#, #"{"choices":[{"message":{}}]}"#, #"{"choices""#])
    func emptyMessage(body: String) async throws {
        let server = try LocalServer { _ in .json(body) }
        await #expect(throws: SpeechError.self) { try await model(server).answer(Self.hello) }
    }

    @Test("calls beyond the sixteenth, and before the first, are ignored")
    func bounded() {
        var answer = ChatAnswer()
        for index in [-1, 3, 16, .max] { answer.add(.call(index: index, name: "x", arguments: "{}")) }
        #expect(answer.calls.count == 4)
        #expect(answer.calls.filter { $0.name == "x" }.count == 1)
    }
}
