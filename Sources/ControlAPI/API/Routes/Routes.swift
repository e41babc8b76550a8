import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Surface

/// What every operation of the API does, ready for a router.
struct Routes: Sendable {
    let plane: ControlPlane

    var sessions: Sessions { plane.sessions }
    var configuration: ControlConfiguration { plane.configuration }
    var commands: Commands { plane.commands }

    func router() -> Router<APIContext> {
        let router = Router(context: APIContext.self)
        let policy = OriginPolicy(configuration.allowedOrigins)
        router.add(middleware: SecurityHeaders(voiceURL: configuration.voice?.url))
        router.add(middleware: MetricsMiddleware(Surface.operations, metrics: configuration.metrics))
        router.add(middleware: ProblemMiddleware())
        router.add(middleware: CrossOriginMiddleware(policy: policy))
        let entrance = Entrance(
            gatekeeper: plane.gatekeeper, rates: plane.rates, ledger: IdempotencyLedger(),
            bodyLimit: configuration.bodyLimit, trustsProxy: configuration.trustsProxy)
        endpoints(policy).install(Surface.operations, in: router, through: entrance)
        return router
    }

    /// Everything that is served, by the name of its operation.
    func endpoints(_ policy: OriginPolicy) -> Endpoints {
        var endpoints = Endpoints()
        addPages(to: &endpoints)
        addFeeds(to: &endpoints, policy)
        addStreams(to: &endpoints)
        addHealth(to: &endpoints)
        addDescriptions(to: &endpoints)
        addIdentity(to: &endpoints)
        addPeople(to: &endpoints)
        addSessions(to: &endpoints)
        addRecords(to: &endpoints)
        addTalk(to: &endpoints)
        addCommands(to: &endpoints)
        addControl(to: &endpoints)
        addApprovals(to: &endpoints)
        addOversight(to: &endpoints)
        addSignals(to: &endpoints)
        addHandoff(to: &endpoints)
        addPresence(to: &endpoints)
        addWebhooks(to: &endpoints)
        addAccounts(to: &endpoints)
        return endpoints
    }

    /// A request for a feed that is no WebSocket handshake of an allowed origin ends here.
    private func addFeeds(to endpoints: inout Endpoints, _ policy: OriginPolicy) {
        for path in ["/ws", "/ws/:session_id"] {
            endpoints.page(path) { request, _ in
                let host = request.head.authority ?? request.headers[.host]
                guard policy.allows(origin: request.headers[.origin], host: host) else { throw Problem.foreignOrigin }
                throw Problem.upgradeRequired
            }
        }
    }
}
