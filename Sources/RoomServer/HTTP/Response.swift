/// A whole HTTP answer.
struct Response: Hashable, Sendable {
    let status: Int
    let contentType: String
    let body: [UInt8]

    static func text(_ status: Int, _ text: String) -> Response {
        Response(status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    static func empty(_ status: Int) -> Response {
        Response(status: status, contentType: "text/plain; charset=utf-8", body: [])
    }

    /// An error as Twirp writes it: a code, a sentence, and the status that belongs to the code.
    static func twirpError(_ status: Int, _ code: String, _ message: String) -> Response {
        let escaped = message.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let json = #"{"code":"\#(code)","msg":"\#(escaped)"}"#
        return Response(status: status, contentType: "application/json", body: Array(json.utf8))
    }
}
