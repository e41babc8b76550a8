import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Headers on every answer: nothing is cached, nothing is framed, scripts come from here alone.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = APIContext

    private let fields: HTTPFields

    /// `voiceURL` is the one foreign address the caller page connects to.
    init(voiceURL: String?) {
        let policy = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "media-src 'self' blob:",
            "connect-src \(Self.connections(voiceURL))", "base-uri 'none'", "form-action 'self'",
            "frame-ancestors 'none'",
        ]
        let named = [
            "Content-Security-Policy": policy.joined(separator: "; "), "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY", "Referrer-Policy": "no-referrer", "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
        ]
        fields = HTTPFields(
            named.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } })
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        // Appended, because looking for each of them costs more; nobody else sets one.
        response.headers.join(fields)
        return response
    }

    /// The LiveKit server's origin, for its socket and for the question why a socket failed.
    private static func connections(_ voiceURL: String?) -> String {
        guard let voiceURL else { return "'self'" }
        let isSecure = voiceURL.hasPrefix("wss") || voiceURL.hasPrefix("https")
        let authority = voiceURL.drop { $0 != "/" }.drop { $0 == "/" }.prefix {
            $0 != "/" && $0 != "?" && $0 != ";" && $0 != " "
        }
        let schemes = isSecure ? ["wss", "https"] : ["ws", "http"]
        return "'self' " + schemes.map { "\($0)://\(authority)" }.joined(separator: " ")
    }
}
