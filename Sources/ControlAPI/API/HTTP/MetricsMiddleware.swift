import HTTPTypes
import Hummingbird
import HummingbirdCore
import Prometheus

/// Measures how long each request takes, by its address's pattern, method and status: `http_request_seconds`.
struct MetricsMiddleware: RouterMiddleware {
    typealias Context = APIContext

    let metrics: PrometheusMetrics

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let taken = start.duration(to: .now).components
        metrics.observe(
            "http_request_seconds",
            [
                "path": context.endpointPath ?? "none", "method": request.method.rawValue,
                "status": String(response.status.code),
            ], seconds: Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
        return response
    }
}
