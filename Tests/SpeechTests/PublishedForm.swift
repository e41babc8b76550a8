import Document

/// The fields that OpenAI's API reference lists for the bodies of its endpoints, as far as a client may send them.
indirect enum PublishedForm: Sendable {
    case string
    case oneOf([String])
    case bool
    case integer
    /// Anything that is an object: a JSON Schema, for example.
    case anyObject
    case list(PublishedForm)
    case object([String: PublishedForm], required: [String])
    case either([PublishedForm])

    static let chat = PublishedForm.object(
        [
            "model": .string, "stream": .bool, "messages": .list(message), "tools": .list(tool),
            "stream_options": .object(["include_usage": .bool, "include_obfuscation": .bool], required: []),
            "max_tokens": .integer, "max_completion_tokens": .integer, "response_format": responseFormat,
        ], required: ["model", "messages"])

    static let speech = PublishedForm.object(
        [
            "model": .string, "input": .string, "voice": .string, "instructions": .string,
            "response_format": .oneOf(["mp3", "opus", "aac", "flac", "wav", "pcm"]),
            "stream_format": .oneOf(["sse", "audio"]),
        ], required: ["model", "input", "voice"])

    static let transcription = PublishedForm.object(
        [
            "file": .string, "model": .string, "language": .string, "prompt": .string, "temperature": .string,
            "response_format": .oneOf(["json", "text", "srt", "verbose_json", "vtt"]),
        ], required: ["file", "model"])

    private static let message = PublishedForm.object(
        ["role": .oneOf(["developer", "system", "user", "assistant"]), "content": .string, "name": .string],
        required: ["role", "content"])

    private static let tool = PublishedForm.object(
        [
            "type": .oneOf(["function"]),
            "function": .object(
                ["name": .string, "description": .string, "parameters": .anyObject, "strict": .bool],
                required: ["name"]),
        ], required: ["type", "function"])

    private static let responseFormat = PublishedForm.either([
        .object(["type": .oneOf(["text", "json_object"])], required: ["type"]),
        .object(
            [
                "type": .oneOf(["json_schema"]),
                "json_schema": .object(
                    ["name": .string, "description": .string, "schema": .anyObject, "strict": .bool],
                    required: ["name"]),
            ], required: ["type", "json_schema"]),
    ])

    /// Where a value departs from the form; empty when it does not.
    func faults(in value: JSON, at path: String = "") -> [String] {
        switch self {
        case .string: value.string == nil ? [path] : []
        case .oneOf(let values): value.string.map(values.contains) == true ? [] : [path]
        case .bool: value.bool == nil ? [path] : []
        case .integer: value.int == nil ? [path] : []
        case .anyObject:
            if case .object = value { [] } else { [path] }
        case .list(let form): value.elements.isEmpty ? [path] : value.elements.flatMap { form.faults(in: $0, at: path) }
        case .either(let forms): forms.contains { $0.faults(in: value).isEmpty } ? [] : [path]
        case .object(let fields, let required): Self.faults(in: value, fields, required, path)
        }
    }

    private static func faults(
        in value: JSON, _ fields: [String: PublishedForm], _ required: [String], _ path: String
    ) -> [String] {
        guard case .object(let found) = value else { return [path] }
        let prefix = path.isEmpty ? "" : path + "."
        var faults = required.filter { found[$0] == nil }.map { "\(prefix)\($0) is missing" }
        for (name, value) in found.sorted(by: { $0.key < $1.key }) {
            faults += fields[name].map { $0.faults(in: value, at: prefix + name) } ?? ["\(prefix)\(name) is not theirs"]
        }
        return faults
    }
}
