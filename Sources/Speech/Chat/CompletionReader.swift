import Document

/// Reads the body of a `chat/completions` answer: server-sent events, or one object from a provider that does not stream.
///
/// Bounded: a body of more than `limit` bytes is malformed.
struct CompletionReader {
    private static let limit = 1 << 20

    private var events = EventStreamReader()
    /// The body so far, while it may be one object.
    private var whole: [UInt8] = []
    private var isStream: Bool?
    private var size = 0
    private var isDone = false

    /// The fragments that `bytes` complete. Throws `SpeechError.malformed` and `.declined`.
    mutating func add(_ bytes: [UInt8]) throws(SpeechError) -> [ChatFragment] {
        size += bytes.count
        guard size <= Self.limit else { throw .malformed("a completion beyond every measure") }
        if isStream == nil, let first = bytes.first(where: { !$0.isSpace }) { isStream = first != UInt8(ascii: "{") }
        guard isStream != false else {
            whole += bytes
            return []
        }
        var fragments: [ChatFragment] = []
        for data in events.add(bytes) where !isDone {
            isDone = data == "[DONE]"
            if !isDone { fragments += try Self.fragments(of: data, in: "delta") }
        }
        return fragments
    }

    /// What is left at the end of the body.
    mutating func end() throws(SpeechError) -> [ChatFragment] {
        if isStream == false { return try Self.fragments(of: String(decoding: whole, as: UTF8.self), in: "message") }
        guard isDone else { throw .malformed("the completion ends early") }
        return []
    }

    private static func fragments(of text: String, in part: String) throws(SpeechError) -> [ChatFragment] {
        guard let event = try? JSON(parsing: text), let choices = event["choices"] else {
            throw .malformed("an event that is not a completion")
        }
        // The last event of some providers counts tokens and has no choice.
        guard let choice = choices.elements.first else {
            if part == "message" { throw .malformed("no message in the completion") }
            return []
        }
        let message = choice[part] ?? .null
        if let refusal = message["refusal"]?.string, !refusal.isEmpty { throw .declined }
        if choice["finish_reason"]?.string == "content_filter" { throw .declined }
        if choice["finish_reason"]?.string == "length" { throw .malformed("the completion was cut off") }
        var fragments: [ChatFragment] = []
        if let text = message["content"]?.string, !text.isEmpty { fragments.append(.text(text)) }
        for (position, call) in (message["tool_calls"]?.elements ?? []).enumerated() {
            let function = call["function"] ?? .null
            fragments.append(
                .call(
                    index: call["index"]?.int ?? position, name: function["name"]?.string ?? "",
                    arguments: function["arguments"]?.string ?? ""))
        }
        if part == "message", fragments.isEmpty { throw .malformed("no message in the completion") }
        return fragments
    }
}

extension UInt8 {
    /// Space, tab, line feed, carriage return.
    fileprivate var isSpace: Bool { self == 32 || (9...13).contains(self) }
}
