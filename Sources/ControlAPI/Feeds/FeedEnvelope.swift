import Document
package import FoundationEssentials
import Glibc

/// What the extended profile adds to an event: `id`, `seq`, `ts`, and in a workspace's feed `cursor`.
package struct FeedEnvelope: Hashable, Sendable {
    package var session: String
    package var sequence: Int
    package var at: Date
    /// The place in the workspace's feed, for frames of that feed.
    package var cursor: String?

    package init(session: String, sequence: Int, at: Date, cursor: String? = nil) {
        self.session = session
        self.sequence = sequence
        self.at = at
        self.cursor = cursor
    }

    /// An event's frame with the envelope in front, without writing the event again; a frame that names no session gets that, too.
    ///
    /// `text` is a JSON object. Members of its own that are called like the envelope's give way to it.
    package func around(_ text: String) -> String {
        let body = Self.mentions(["\"id\":", "\"seq\":", "\"ts\":", "\"cursor\":"], in: text) ? cleaned(text) : text
        var head = #"{"id":\#(Self.quoted("evt_\(session)_\(sequence)")),"seq":\#(sequence),"ts":""#
        head += at.moment + "\""
        if let cursor { head += ",\"cursor\":" + Self.quoted(cursor) }
        return Self.named(body, session, after: head)
    }

    /// The frame with its session, for a feed of several sessions.
    package static func named(_ text: String, _ session: String) -> String {
        mentions(["\"session_id\":"], in: text) ? text : named(text, session, after: "{")
    }

    private static func named(_ text: String, _ session: String, after head: String) -> String {
        var head = head
        if !mentions(["\"session_id\":"], in: text) {
            head += (head == "{" ? "" : ",") + "\"session_id\":" + quoted(session)
        }
        let tail = text.dropFirst()
        return head + (tail.first == "}" ? "" : ",") + tail
    }

    /// The frame without members that are called like the envelope's.
    private func cleaned(_ text: String) -> String {
        guard case .object(var fields)? = try? JSON(parsing: text) else { return text }
        let count = fields.count
        for name in ["id", "seq", "ts"] + (cursor == nil ? [] : ["cursor"]) { fields[name] = nil }
        return fields.count == count ? text : JSON.object(fields).text
    }

    private static func quoted(_ text: String) -> String { JSON.string(text).text }

    /// Whether any of some words, each beginning with a quotation mark, is in a text.
    private static func mentions(_ words: [StaticString], in text: String) -> Bool {
        var copy = text
        return copy.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, let found = memchr(start, 0x22, rest.count) {
                rest = UnsafeRawBufferPointer(rebasing: rest[(UnsafeRawPointer(found) - start)...])
                if words.contains(where: { isHead($0, of: rest) }) { return true }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
            }
            return false
        }
    }

    private static func isHead(_ word: StaticString, of bytes: UnsafeRawBufferPointer) -> Bool {
        guard let start = bytes.baseAddress, bytes.count >= word.utf8CodeUnitCount else { return false }
        return memcmp(start, word.utf8Start, word.utf8CodeUnitCount) == 0
    }
}
