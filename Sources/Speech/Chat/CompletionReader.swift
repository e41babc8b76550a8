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
    /// A choice said why it ends: enough for providers that leave out the last event.
    private var hasReason = false

    /// The fragments that `bytes` complete. Throws `SpeechError.malformed`, `.declined` and what the provider reports.
    mutating func add(_ bytes: [UInt8]) throws(SpeechError) -> [ChatFragment] {
        size += bytes.count
        guard size <= Self.limit else { throw .malformed("a completion beyond every measure") }
        var bytes = bytes
        if isStream == nil {
            // Until something is there that tells, everything may be the beginning of either.
            bytes = whole + bytes
            whole = []
            isStream = bytes.first { !$0.isSpace }.map { $0 != UInt8(ascii: "{") }
        }
        guard isStream == true else {
            whole += bytes
            return []
        }
        var fragments: [ChatFragment] = []
        for data in events.add(bytes) where !isDone {
            isDone = data == "[DONE]"
            if !isDone { fragments += try self.fragments(of: data, in: "delta") }
        }
        return fragments
    }

    /// What is left at the end of the body.
    mutating func end() throws(SpeechError) -> [ChatFragment] {
        if isStream == false { return try fragments(of: String(decoding: whole, as: UTF8.self), in: "message") }
        guard isDone || hasReason else { throw .malformed("the completion ends early") }
        return []
    }

    private mutating func fragments(of text: String, in part: String) throws(SpeechError) -> [ChatFragment] {
        guard let event = try? JSON(parsing: text) else { throw .malformed("an event that is not a completion") }
        if let trouble = event["error"], !trouble.isNull { throw Self.meaning(of: trouble) }
        guard let choices = event["choices"] else { throw .malformed("an event that is not a completion") }
        let usage = Self.usage(in: event)
        // The last event counts tokens and has no choice.
        guard let choice = choices.elements.first else {
            if part == "message" { throw .malformed("no message in the completion") }
            return usage
        }
        if let reason = choice["finish_reason"]?.string {
            hasReason = true
            if reason == "content_filter" { throw .declined }
            if reason == "length" { throw .malformed("the completion was cut off") }
        }
        let content = try Self.content(of: choice[part] ?? .null)
        if part == "message", content.isEmpty { throw .malformed("no message in the completion") }
        return content + usage
    }

    private static func content(of message: JSON) throws(SpeechError) -> [ChatFragment] {
        if let refusal = message["refusal"]?.string, !refusal.isEmpty { throw .declined }
        var fragments: [ChatFragment] = []
        if let text = message["content"]?.string, !text.isEmpty { fragments.append(.text(text)) }
        for (position, call) in (message["tool_calls"]?.elements ?? []).enumerated() {
            let function = call["function"] ?? .null
            fragments.append(
                .call(
                    index: call["index"]?.int ?? position, name: function["name"]?.string ?? "",
                    arguments: function["arguments"]?.string ?? ""))
        }
        return fragments
    }

    private static func usage(in event: JSON) -> [ChatFragment] {
        guard let usage = event["usage"], let input = usage["prompt_tokens"]?.int else { return [] }
        let output = usage["completion_tokens"]?.int ?? 0
        return [.usage(ChatUsage(input: input.tokens, output: output.tokens))]
    }

    /// A provider that fails after it began to answer says so in an event; the words are its own and not repeated.
    private static func meaning(of trouble: JSON) -> SpeechError {
        let status = trouble["code"]?.int ?? trouble["status"]?.int
        if status == 429 || trouble["type"]?.string == "rate_limit_exceeded" { return .limited(retryAfter: nil) }
        return .refused(status: status ?? 500)
    }
}

extension Int {
    /// As a number of tokens: what a provider says beyond every measure must not spoil the sums in the ledger.
    fileprivate var tokens: Int { Swift.min(Swift.max(0, self), 100_000_000) }
}

extension UInt8 {
    /// What JSON takes for nothing (RFC 8259, section 2).
    fileprivate var isSpace: Bool { self == 32 || self == 9 || self == 10 || self == 13 }
}
