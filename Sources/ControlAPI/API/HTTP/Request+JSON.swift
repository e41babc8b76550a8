import Conversation
import Document
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Request {
    /// The JSON object in the body; an empty body is an empty object.
    ///
    /// Throws: `Problem` when the body is longer than `limit` bytes, not declared as JSON, or no JSON object. The type
    /// must be declared because a foreign page may send any other type without asking the browser's permission.
    func object(limit: Int) async throws -> JSON {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Problem.tooLarge }
        let buffer = try await body.collect(upTo: limit)
        guard buffer.readableBytes > 0 else { return [:] }
        let type = headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard type == "application/json" else { throw Problem.notJSON }
        guard let value = try? JSON(parsing: String(buffer: buffer)), case .object = value else {
            throw Problem.malformed
        }
        return value
    }
}

extension JSON {
    /// The text under a key, without surrounding white space.
    ///
    /// Throws: `Problem` when it is missing, empty, no text, or longer than `limit` characters.
    func text(_ key: String, limit: Int) throws(Problem) -> String {
        guard let value = self[key] else { throw .invalid("/\(key)", "\"\(key)\" is missing.") }
        guard let text = value.string else { throw .invalid("/\(key)", "\"\(key)\" must be text.") }
        let trimmed = text.trimmed
        guard !trimmed.isEmpty else { throw .invalid("/\(key)", "\"\(key)\" must not be empty.") }
        guard trimmed.count <= limit else {
            throw .invalid("/\(key)", "\"\(key)\" may have at most \(limit) characters.")
        }
        return trimmed
    }
}

extension String {
    /// Without white space at either end.
    fileprivate var trimmed: String {
        let start = drop { $0.isWhitespace }
        guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...last])
    }
}
