import NIOHTTP1
import SwiftProtobuf

/// One call of the Twirp API: JSON or protobuf in, the same kind out.
struct TwirpCall {
    let service: String
    let method: String
    let token: String?
    private let isPost: Bool
    private let contentType: String
    private let body: [UInt8]

    init(head: HTTPRequestHead, path: String, body: [UInt8]) {
        let parts = path.split(separator: "/")
        service = parts.count == 3 ? String(parts[1]) : ""
        method = parts.count == 3 ? String(parts[2]) : ""
        token = Gate.bearer(head)
        isPost = head.method == .POST
        contentType = String(head.headers.first(name: "content-type")?.prefix { $0 != ";" } ?? "")
        self.body = body
    }

    private var isJSON: Bool { contentType == "application/json" }

    /// What is wrong with the call itself, if anything.
    var fault: Response? {
        guard isPost else { return .twirpError(404, "bad_route", "unsupported method: only POST is allowed") }
        guard isJSON || contentType == "application/protobuf" else {
            return .twirpError(404, "bad_route", "unexpected Content-Type: \(contentType)")
        }
        return nil
    }

    func request<Request: Message>(_ type: Request.Type) -> Request? {
        guard isJSON else { return try? Request(serializedBytes: body) }
        var options = JSONDecodingOptions()
        options.ignoreUnknownFields = true
        return try? Request(jsonUTF8Bytes: body.isEmpty ? Array("{}".utf8) : body, options: options)
    }

    /// Field names as in the contract; fields with their default value are left out.
    func response(_ message: some Message) -> Response {
        var options = JSONEncodingOptions()
        options.preserveProtoFieldNames = true
        let bytes: [UInt8]? =
            isJSON ? try? message.jsonUTF8Bytes(options: options) : try? message.serializedBytes()
        guard let bytes else { return .twirpError(500, "internal", "the answer cannot be written") }
        return Response(status: 200, contentType: contentType, body: bytes)
    }
}
