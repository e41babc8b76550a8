import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

extension UpgradableChannel {
    /// Fragments of one message.
    private static let fragments = 64

    /// Takes every handshake: those that are to be refused never get here.
    func upgrader() -> NIOTypedWebSocketServerUpgrader<Negotiation.Outcome> {
        let limit = configuration.frameLimit
        return NIOTypedWebSocketServerUpgrader(
            maxFrameSize: limit,
            shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture([:]) },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    guard let source = FeedSource(path: head.uri) else {
                        throw ChannelError.inappropriateOperationForState
                    }
                    try channel.pipeline.syncOperations.addHandler(
                        NIOWebSocketFrameAggregator(
                            minNonFinalFragmentSize: 1, maxAccumulatedFrameCount: Self.fragments,
                            maxAccumulatedFrameSize: limit))
                    return .feed(source, try NIOAsyncChannel(wrappingChannelSynchronously: channel))
                }
            })
    }

    /// Finishes the pipeline of a connection that stays HTTP.
    func plain(_ channel: any Channel, _ logger: Logger) -> EventLoopFuture<Negotiation.Outcome> {
        channel.eventLoop.makeCompletedFuture {
            let operations = channel.pipeline.syncOperations
            try operations.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            try operations.addHandler(
                HTTPConnectionStateHandler(idleTimeout: configuration.idlePatience, logger: logger))
            return .http(
                try NIOAsyncChannel(
                    wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true)))
        }
    }
}
