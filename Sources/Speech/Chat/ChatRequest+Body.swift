import Document

extension ChatRequest {
    /// The body of a `chat/completions` request.
    func body(model: String) -> JSON {
        var fields: [String: JSON] = [
            "model": .string(model), "stream": true, "stream_options": ["include_usage": true],
            "messages": .array(
                messages.map { ["role": .string($0.role.rawValue), "content": .string($0.content)] }),
        ]
        if !tools.isEmpty { fields["tools"] = .array(tools.map(Self.function)) }
        if let maxTokens { fields["max_tokens"] = .int(maxTokens) }
        if case .json(let name, let schema) = format {
            fields["response_format"] = [
                "type": "json_schema", "json_schema": ["name": .string(name), "strict": true, "schema": schema],
            ]
        }
        return .object(fields)
    }

    private static func function(_ tool: ChatTool) -> JSON {
        [
            "type": "function",
            "function": [
                "name": .string(tool.name), "description": .string(tool.description), "parameters": tool.parameters,
            ],
        ]
    }
}
