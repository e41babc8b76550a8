import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Refuses what a page of an origin that is not allowed sends, unless it only reads, which the browser itself stops; tells
/// browsers which other origins may (Fetch standard §3.2).
struct CrossOriginMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let policy: OriginPolicy

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let origin = request.headers[.origin] else { return try await next(request, context) }
        let isListed = policy.lists(origin)
        if isListed, request.method == .options, request.headers[.accessControlRequestMethod] != nil {
            return Self.permission(for: origin)
        }
        let host = request.head.authority ?? request.headers[.host]
        let reads = [.get, .head, .options].contains(request.method)
        guard reads || policy.allows(origin: origin, host: host) else { throw Problem.foreignOrigin }
        var response = try await next(request, context)
        if isListed { Self.mark(&response, origin) }
        return response
    }

    /// The answer to a preflight. No cookies: tokens come in `Authorization`.
    private static func permission(for origin: String) -> Response {
        var response = Response(status: .noContent)
        mark(&response, origin)
        response.headers[.accessControlAllowMethods] = "GET, POST, PUT, PATCH, DELETE"
        response.headers[.accessControlAllowHeaders] =
            "Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, Prefer, X-Request-Id, traceparent"
        response.headers[.accessControlMaxAge] = "600"
        return response
    }

    private static func mark(_ response: inout Response, _ origin: String) {
        response.headers[.accessControlAllowOrigin] = origin
        response.headers[.vary] = "Origin"
        response.headers[.accessControlExposeHeaders] =
            "Idempotency-Replayed, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id"
    }
}

extension HTTPField.Name {
    static let host = HTTPField.Name("Host") ?? .origin
}
