import HTTPTypes
import Hummingbird
import HummingbirdCore
import Prometheus
import Surface
import Synchronization

/// Measures how long each request takes until its answer begins, by what was asked for, method and status:
/// `http_request_seconds`.
final class MetricsMiddleware: RouterMiddleware {
    typealias Context = APIContext

    private let metrics: PrometheusMetrics
    /// Names of operations, by method and the router's path.
    private let names: [Address: String]
    /// The router's paths that lead to operations.
    private let paths: Set<String>

    /// Of the operations' answers; there are as many as there are operations and statuses.
    private let recorders = Mutex<[Answer: @Sendable (Double) -> Void]>([:])

    private struct Address: Hashable {
        let method: HTTPRequest.Method
        let path: String
    }

    private struct Answer: Hashable {
        let address: Address
        let status: Int
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
        let record = recorder(request.method, context.endpointPath, response.status.code)
        record(Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
        return response
    }

    /// What takes the seconds of such answers.
    private func recorder(
        _ method: HTTPRequest.Method, _ path: String?, _ status: Int
    ) -> @Sendable (Double) -> Void {
        let answer = path.map { Answer(address: Address(method: method, path: $0), status: status) }
        if let answer, let known = recorders.withLock({ $0[answer] }) { return known }
        let recorder = metrics.observer(
            "http_request_seconds",
            ["operation": operation(method, path), "method": method.rawValue, "status": String(status)])
        // Other methods are what clients make up.
        if let answer, names[answer.address] != nil { recorders.withLock { $0[answer] = recorder } }
        return recorder
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
