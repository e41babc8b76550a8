import HTTPTypes
import Hummingbird
import HummingbirdCore

/// The routes of the API by path and method. A known path with another method answers 405 and names what it allows.
struct Endpoints {
    typealias Handler = @Sendable (Request, BasicRequestContext) async throws -> Response

    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]
    private var handlers: [String: [(method: HTTPRequest.Method, handler: Handler)]] = [:]

    mutating func on(_ method: HTTPRequest.Method, _ path: String, handler: @escaping Handler) {
        handlers[path, default: []].append((method, handler))
    }

    /// Adds every route to a router that already has its middleware.
    func install(in router: Router<BasicRequestContext>) {
        for (path, known) in handlers {
            let allowed = known.map(\.method)
            for method in Self.methods {
                let served = method == .head && !allowed.contains(.head) ? .get : method
                if let handler = known.first(where: { $0.method == served })?.handler {
                    router.on(RouterPath(path), method: method, use: handler)
                } else {
                    router.on(RouterPath(path), method: method) { _, _ -> Response in throw Problem.notAllowed(allowed)
                    }
                }
            }
        }
    }
}
