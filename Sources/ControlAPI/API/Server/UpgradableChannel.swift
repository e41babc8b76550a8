import HTTPTypes
import Hummingbird
import HummingbirdCore
import Live
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import ServiceLifecycle

/// HTTP/1.1 connections of which the first request may turn into a WebSocket.
///
/// A handshake that is refused (another path, a foreign origin, a bad key) stays HTTP and is answered by the routes.
struct UpgradableChannel: HTTPChannelHandler {
    let responder: Responder
    let hub: FeedHub
    let configuration: ControlConfiguration

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Negotiation> {
        channel.eventLoop.makeCompletedFuture {
            let upgrade = NIOTypedHTTPServerUpgradeConfiguration<Negotiation.Outcome>(
                upgraders: [upgrader()], notUpgradingCompletionHandler: { plain($0, logger) })
            var pipeline = NIOUpgradableHTTPServerPipelineConfiguration(upgradeConfiguration: upgrade)
            // Requests are answered in turn by the loop that reads them.
            pipeline.enablePipelining = false
            // A field of an answer cannot hold what would end it: `HTTPField` takes care of that.
            pipeline.enableResponseHeaderValidation = false
            let operations = channel.pipeline.syncOperations
            let outcome = try operations.configureUpgradableHTTPServerPipeline(configuration: pipeline)
            let upgrading = try operations.handler(type: NIOTypedHTTPServerUpgradeHandler<Negotiation.Outcome>.self)
            try operations.addHandler(
                UpgradeFilter(OriginPolicy(configuration.allowedOrigins)), position: .before(upgrading))
            return Negotiation(channel: channel, outcome: outcome)
        }
    }

    func handle(value: Negotiation, logger: Logger) async {
        switch await negotiated(value) {
        case .http(let channel): await handleHTTP(asyncChannel: channel, logger: logger)
        case .feed(let socket): await socket.run(hub)
        case nil: value.channel.close(promise: nil)
        }
    }

    /// Waits for the first request; gives up on a client that does not finish one, and when the server shuts down.
    private func negotiated(_ value: Negotiation) async -> Negotiation.Outcome? {
        let channel = value.channel
        let alarm = channel.eventLoop.scheduleTask(in: .init(configuration.requestPatience)) {
            channel.close(promise: nil)
        }
        defer { alarm.cancel() }
        return await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                try? await value.outcome.get()
            } onGracefulShutdown: {
                channel.close(promise: nil)
            }
        } onCancel: {
            channel.close(promise: nil)
        }
    }
}
