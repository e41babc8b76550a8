import Conversation
import Document
import HTTPTypes

/// An error as a client sees it (RFC 9457): a status, a name that programs compare, a sentence that people read.
struct Problem: Error, Sendable {
    let status: HTTPResponse.Status
    /// The last part of `type`, also `code`: stable, never translated.
    let slug: String
    let title: String
    let detail: String
    /// Further members of the object, such as `errors` with JSON pointers.
    var members: [String: JSON] = [:]
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ slug: String, _ title: String, _ detail: String) {
        self.status = status
        self.slug = slug
        self.title = title
        self.detail = detail
    }

    /// A member of the body that is missing or of the wrong kind; `pointer` is RFC 6901.
    static func invalid(_ pointer: String, _ detail: String) -> Problem {
        var problem = Problem(.badRequest, "validation", "The request is not valid", detail)
        problem.members["errors"] = [["pointer": .string(pointer), "detail": .string(detail)]]
        return problem
    }

    static let malformed = Problem(
        .badRequest, "validation", "The request is not valid", "The body is not a JSON object.")

    static let notFound = Problem(.notFound, "not-found", "Not found", "There is nothing at this address.")

    static let noSession = Problem(
        .notFound, "not-found", "Not found", "There is no session with this id, or it has expired.")

    static func ended(_ reason: String?) -> Problem {
        var problem = Problem(
            .conflict, "session-ended", "The session has ended", "This session has ended; create a new one.")
        problem.members["end_reason"] = reason.map(JSON.string) ?? .null
        return problem
    }

    static let tooLarge = Problem(
        .contentTooLarge, "payload-too-large", "The body is too large", "A request body may hold at most 1 MiB.")

    static let notJSON = Problem(
        .unsupportedMediaType, "unsupported-media", "The body is not JSON", "Send the body as application/json.")

    static let foreignOrigin = Problem(
        .forbidden, "forbidden", "Not allowed", "Pages of another origin may not use this API.")

    /// A call that another process holds: what is typed into it belongs there.
    static let elsewhere = Problem(
        .conflict, "held-elsewhere", "Held elsewhere", "This call is held by another process.")

    static let noVoice = Problem(
        .serviceUnavailable, "worker-unavailable", "Voice is not available",
        "This server was started without a LiveKit server to place calls on.")

    static let busy: Problem = {
        var problem = Problem(
            .serviceUnavailable, "overloaded", "Too busy", "Too many messages wait already; try again in a moment.")
        problem.headers[.retryAfter] = "1"
        return problem
    }()

    static let failed = Problem(
        .internalServerError, "internal", "Something went wrong", "The server failed to answer; its log says why.")

    static func notAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        var problem = Problem(
            .methodNotAllowed, "method-not-allowed", "Method not allowed", "This address understands \(list).")
        problem.headers[.allow] = list
        return problem
    }

    static let upgradeRequired: Problem = {
        var problem = Problem(
            .upgradeRequired, "upgrade-required", "This is a WebSocket", "Connect to this address with a WebSocket.")
        problem.headers[.upgrade] = "websocket"
        return problem
    }()
}
