import HTTPTypes
import Hummingbird
import HummingbirdCore
import Prometheus
import Surface

/// Measures how long each request takes until its answer begins, by what was asked for, method and status:
/// `http_request_seconds`.
struct MetricsMiddleware: RouterMiddleware {
    typealias Context = APIContext

    private let metrics: PrometheusMetrics
    /// Names of operations, by method and the router's path.
    private let names: [Address: String]
    /// The router's paths that lead to operations.
    private let paths: Set<String>

    private struct Address: Hashable {
        let method: HTTPRequest.Method
        let path: String
    }

    init(_ operations: [APIOperation], metrics: PrometheusMetrics) {
        self.metrics = metrics
        let known = operations.map { operation in
            (Address(method: operation.method.http, path: RouterPath(operation.route).description), operation.name)
        }
        names = Dictionary(known) { first, _ in first }
        paths = Set(known.map(\.0.path))
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let taken = start.duration(to: .now).components
        metrics.observe(
            "http_request_seconds",
            [
                "operation": operation(request.method, context.endpointPath), "method": request.method.rawValue,
                "status": String(response.status.code),
            ], seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
        return response
    }

    /// An operation's name, `page` for what people look at, `other` for what is not there and methods that are not understood:
    /// nothing a client makes up.
    private func operation(_ method: HTTPRequest.Method, _ path: String?) -> String {
        guard let path else { return "other" }
        let read = method == .head ? .get : method
        if let name = names[Address(method: read, path: path)] { return name }
        return read == .get && !paths.contains(path) ? "page" : "other"
    }
}
