package import Access
package import Delivery
package import Feeds
package import Prometheus

/// Where the control API listens and how patient it is.
package struct ControlConfiguration: Sendable {
    /// The address to bind.
    package var host: String
    /// 0 lets the system choose.
    package var port: Int
    /// How callers get into a room; `nil` answers voice tokens with 503.
    package var voice: VoiceAccess?
    /// The folder of the pages; `nil` looks beside the executable.
    package var pages: String?
    /// Whether the workers record calls of those who consent: then the caller page asks.
    package var recordsCalls = false
    /// Origins beside the own one whose pages may use the API, such as `https://console.example`.
    package var allowedOrigins: [String] = []
    /// Whether `X-Forwarded-For` is believed: only behind a proxy of one's own.
    package var trustsProxy = false
    /// Live sessions that one address may have begun; `nil`: any number.
    package var sessionQuota: Int?
    /// What opens `/metrics` to other machines, as `Authorization: Bearer …`; `nil`: nothing.
    package var metricsToken: Redacted<String>?
    /// Where webhooks may be sent.
    package var webhookTargets = TargetPolicy()
    package var surroundings = Surroundings()
    /// What `/metrics` tells.
    package var metrics = PrometheusMetrics()
    /// Longest body of a request, in bytes.
    package var bodyLimit = 1 << 20
    /// Longest frame from a client, in bytes.
    package var frameLimit = 64 << 10
    /// Time to send a complete first request, and to say something on an idle connection.
    package var requestPatience: Duration = .seconds(15)
    package var idlePatience: Duration = .seconds(75)
    package var feed = FeedTimings()
    /// How long requests are still answered after a shutdown has begun, while `/readyz` says no.
    package var drainNotice: Duration = .zero
    /// How long a shutdown may then wait for requests and feeds.
    package var shutdownPatience: Duration = .seconds(5)

    package init(host: String = "127.0.0.1", port: Int = 8000, voice: VoiceAccess? = nil, pages: String? = nil) {
        self.host = host
        self.port = port
        self.voice = voice
        self.pages = pages
    }

    /// Of the program and its API.
    package static let version = "0.5.0"

    /// Whether only this machine can reach the API.
    package var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
