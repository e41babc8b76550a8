import Document
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

extension Request {
    /// The bytes of the body.
    ///
    /// Throws: `Problem` when it is longer than `limit` bytes.
    func bytes(limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Problem.tooLarge }
        return Array((try await body.collect(upTo: limit)).readableBytesView)
    }

    /// The first part of `Content-Type`, in small letters.
    var mediaType: String? {
        headers[.contentType]?.split(separator: ";").first.map { $0.lowercased().filter { !$0.isWhitespace } }
    }

    /// The JSON object that a body's bytes are; none is an empty object.
    ///
    /// Throws: `Problem` when it is not declared as JSON, lies too deep, or is no JSON object. The type must be declared
    /// because a foreign page may send any other type without asking the browser's permission.
    func object(_ bytes: [UInt8]) throws(Problem) -> JSON {
        guard !bytes.isEmpty else { return [:] }
        guard mediaType == "application/json" else { throw .notJSON }
        guard JSONDepth.isWithinLimit(bytes) else { throw .tooDeep }
        guard let text = String(validating: bytes, as: UTF8.self), let value = try? JSON(parsing: text),
            case .object = value
        else { throw .malformed }
        return value
    }
}
