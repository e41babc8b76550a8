import HTTPTypes
import Hummingbird
import HummingbirdCore
import Live
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

extension UpgradableChannel {
    /// Takes every handshake: those that are to be refused never get here.
    func upgrader() -> NIOTypedWebSocketServerUpgrader<Negotiation.Outcome> {
        let limit = configuration.frameLimit
        return NIOTypedWebSocketServerUpgrader(
            maxFrameSize: limit,
            shouldUpgrade: { channel, head in
                let fields = Self.opening(head, channel).map { FeedSocket.protocols(for: $0) } ?? []
                return channel.eventLoop.makeSucceededFuture(HTTPHeaders(fields))
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    guard let opening = Self.opening(head, channel) else {
                        throw ChannelError.inappropriateOperationForState
                    }
                    return .feed(try FeedSocket(channel, opening, timings: configuration.feed, frameLimit: limit))
                }
            })
    }

    /// What a handshake asks for.
    private static func opening(_ head: HTTPRequestHead, _ channel: any Channel) -> FeedOpening? {
        FeedOpening(
            target: head.uri, protocols: head.headers[canonicalForm: "sec-websocket-protocol"].map(String.init),
            authorization: head.headers["authorization"].first, address: channel.remoteAddress?.ipAddress)
    }

    /// Finishes the pipeline of a connection that stays HTTP.
    func plain(_ channel: any Channel, _ logger: Logger) -> EventLoopFuture<Negotiation.Outcome> {
        channel.eventLoop.makeCompletedFuture {
            let operations = channel.pipeline.syncOperations
            // From here on the framework answers what is no HTTP.
            let errors = try operations.handler(type: HTTPServerProtocolErrorHandler.self)
            operations.removeHandler(errors, promise: nil)
            try operations.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            try operations.addHandler(
                HTTPConnectionStateHandler(idleTimeout: configuration.idlePatience, logger: logger))
            return .http(
                try NIOAsyncChannel(
                    wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true)))
        }
    }
}
