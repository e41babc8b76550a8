import Document
import HTTPTypes
import Surface

/// An error as a client sees it (RFC 9457): its kind, which programs compare, and a sentence for people.
struct Problem: Error, Sendable {
    let kind: ProblemKind
    let detail: String
    /// Further members of the object, such as `errors` with JSON pointers.
    var members: [String: JSON] = [:]
    var headers: HTTPFields = [:]

    init(_ kind: ProblemKind, _ detail: String, _ members: [String: JSON] = [:]) {
        self.kind = kind
        self.detail = detail
        self.members = members
    }

    var status: HTTPResponse.Status { HTTPResponse.Status(code: kind.status) }

    /// The object of a request.
    func body(at path: String, request mark: String) -> JSON {
        var body = members
        body["type"] = .string("/problems/\(kind.rawValue)")
        body["title"] = .string(kind.title)
        body["status"] = .int(kind.status)
        body["detail"] = .string(detail)
        body["code"] = .string(kind.rawValue)
        body["instance"] = .string(path)
        body["request_id"] = .string(mark)
        return .object(body)
    }
}
