import Document
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// What an operation answers.
struct HTTPReply: Sendable {
    /// As many fields as most answers have when they are sent.
    private static let usualHeaders = 16

    var status: HTTPResponse.Status
    var headers: HTTPFields
    /// Empty for a reply that streams.
    var content: [UInt8]
    /// A body that is written while it comes to be.
    var stream: ResponseBody?

    init(_ json: JSON, _ status: HTTPResponse.Status = .ok) {
        self.init(json.bytes, type: "application/json", status)
    }

    init(_ content: [UInt8], type: String, _ status: HTTPResponse.Status = .ok) {
        self.status = status
        headers = [:]
        headers.reserveCapacity(Self.usualHeaders)
        headers.append(HTTPField(name: .contentType, value: type))
        self.content = content
    }

    /// Without a body.
    init(_ status: HTTPResponse.Status) {
        self.status = status
        headers = [:]
        content = []
    }

    init(streaming body: ResponseBody, type: String) {
        status = .ok
        headers = [.contentType: type]
        content = []
        stream = body
    }

    /// The same, telling where it can be asked for.
    func at(_ location: String) -> HTTPReply {
        var reply = self
        reply.headers[.location] = location
        return reply
    }

    var response: Response {
        Response(
            status: status, headers: headers,
            body: stream ?? (content.isEmpty ? .init() : .init(byteBuffer: ByteBuffer(bytes: content))))
    }
}
