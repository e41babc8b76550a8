import HTTPTypes
import Hummingbird
import HummingbirdCore

/// Every route of the API, ready for a router.
struct Routes: Sendable {
    let sessions: Sessions
    let configuration: ControlConfiguration
    let files: PageFiles

    func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: SecurityHeaders(voiceURL: configuration.voice?.url))
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: OriginMiddleware())
        var endpoints = Endpoints()
        addPages(to: &endpoints)
        addHealth(to: &endpoints)
        addSessions(to: &endpoints)
        addChat(to: &endpoints)
        addVoice(to: &endpoints)
        addFeeds(to: &endpoints)
        endpoints.install(in: router)
        return router
    }

    /// A request for a feed that is no WebSocket handshake of this origin ends here.
    private func addFeeds(to endpoints: inout Endpoints) {
        for path in ["/ws", "/ws/:session_id"] {
            endpoints.on(.get, path) { request, _ in
                let host = request.head.authority ?? request.headers[.host]
                guard OriginPolicy.allows(origin: request.headers[.origin], host: host) else {
                    throw Problem.foreignOrigin
                }
                throw Problem.upgradeRequired
            }
        }
    }
}
