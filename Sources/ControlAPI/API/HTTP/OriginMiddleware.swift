import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Refuses what a page of another origin sends, unless it only reads; reading is stopped by the browser itself.
struct OriginMiddleware: RouterMiddleware {
    typealias Context = BasicRequestContext

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let reads = [.get, .head, .options].contains(request.method)
        let host = request.head.authority ?? request.headers[.host]
        guard reads || OriginPolicy.allows(origin: request.headers[.origin], host: host) else {
            throw Problem.foreignOrigin
        }
        return try await next(request, context)
    }
}

extension HTTPField.Name {
    static let host = HTTPField.Name("Host") ?? .origin
}
