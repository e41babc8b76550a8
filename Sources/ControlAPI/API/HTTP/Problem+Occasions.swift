import Document
import Feeds
import Foundation
import HTTPTypes
import Supervision
import Surface

/// Problems that come up in more than one place.
extension Problem {
    /// A member of the body or a parameter that is missing or of the wrong kind; `pointer` is RFC 6901.
    static func invalid(_ pointer: String, _ detail: String) -> Problem {
        Problem(.validation, detail, ["errors": [["pointer": .string(pointer), "detail": .string(detail)]]])
    }

    static let malformed = Problem(.validation, "The body is not a JSON object.")

    static let tooDeep = Problem(.validation, "The body is nested more than 32 levels deep.")

    static let notFound = Problem(.notFound, "There is nothing at this address.")

    /// For what is not there and for what the one who asks may not see: nobody can tell the difference.
    static let noSession = Problem(.notFound, "There is no session with this id, or it has expired.")

    static func ended(_ reason: String?) -> Problem {
        Problem(
            .sessionEnded, "This session has ended; create a new one.",
            ["end_reason": reason.map(JSON.string) ?? .null])
    }

    static let tooLarge = Problem(.payloadTooLarge, "A request body may hold at most 1 MiB.")

    static let notJSON = Problem(.unsupportedMedia, "Send the body as application/json.")

    static let foreignOrigin = Problem(.forbidden, "Pages of this origin may not use this API.")

    /// A call that another process holds: what is typed into it belongs there.
    static let elsewhere = Problem(.conflict, "This call is held by another process.")

    static let noVoice = Problem(
        .workerUnavailable, "This server was started without a LiveKit server to place calls on.")

    static let unheld: Problem = {
        var problem = Problem(.workerUnavailable, "No process holds this session now; nothing was done.")
        problem.headers[.retryAfter] = "2"
        return problem
    }()

    static let busy: Problem = {
        var problem = Problem(.overloaded, "Too many messages wait already; try again in a moment.")
        problem.headers[.retryAfter] = "1"
        return problem
    }()

    /// One of the others may end soon.
    static let tooManyFeeds: Problem = {
        var problem = Problem(.quota, FeedEnding.tooMany.close.reason)
        problem.headers[.retryAfter] = "5"
        return problem
    }()

    static let failed = Problem(.internal, "The server failed to answer; its log says why.")

    static func notAllowed(_ allowed: [HTTPRequest.Method]) -> Problem {
        let list = allowed.map(\.rawValue).joined(separator: ", ")
        var problem = Problem(.methodNotAllowed, "This address understands \(list).")
        problem.headers[.allow] = list
        return problem
    }

    static let upgradeRequired: Problem = {
        var problem = Problem(.upgradeRequired, "Connect to this address with a WebSocket.")
        problem.headers[.upgrade] = "websocket"
        return problem
    }()

    static let anonymous: Problem = {
        var problem = Problem(.unauthenticated, "Sign in, or send an API key, as `Authorization: Bearer …`.")
        problem.headers[.wwwAuthenticate] = "Bearer"
        return problem
    }()

    static func forbidden(_ role: Role) -> Problem {
        Problem(.forbidden, "The role \(role.rawValue) may not do this, or the token is not granted it.")
    }

    /// What the store cannot do now.
    static let degraded: Problem = {
        var problem = Problem(.degradedWrite, "The store cannot be written to now; try again in a moment.")
        problem.headers[.retryAfter] = "2"
        return problem
    }()
}
