import Document
import Foundation
import HTTPTypes
import HummingbirdCore

extension HTTPReply {
    /// A page of a list, with where the next begins also as `Link: rel=next` (RFC 8288).
    static func page(_ elements: [JSON], of name: String, next: String?, _ call: Call) -> HTTPReply {
        var reply = HTTPReply([name: .array(elements), "next_cursor": next.map(JSON.string) ?? .null])
        if let next {
            let kept = call.request.uri.queryParameters.filter { $0.key != "cursor" && $0.key != "ticket" }
                .map { "\($0.key)=\(Self.escaped(String($0.value)))" }
            let query = (kept + ["cursor=\(Self.escaped(next))"]).joined(separator: "&")
            reply.headers[.related] = "<\(call.request.uri.path)?\(query)>; rel=\"next\""
        }
        return reply
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-_.~")))
            ?? ""
    }
}

extension Call {
    /// A moment among the query parameters.
    func moment(_ name: String) -> Date? { query[name]?.string.flatMap(Date.init(moment:)) }
}

extension HTTPField.Name {
    static let related = HTTPField.Name("Link") ?? .location
}
