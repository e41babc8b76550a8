import NIOCore
import NIOWebSocket

/// The end of the pipeline once the connection is a WebSocket: whole messages, control frames and errors.
final class WebSocketFrameHandler: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame

    private let session: WebSocketSession

    init(session: WebSocketSession) {
        self.session = session
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        session.received(unwrapInboundIn(data))
    }

    func channelInactive(context: ChannelHandlerContext) {
        session.inactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case NIOWebSocketError.invalidFrameLength: session.fail(.messageTooLarge)
        case let error as NIOWebSocketError: session.fail(.protocolViolation("\(error)"))
        case let error as NIOWebSocketFrameAggregator.Error: session.fail(Self.meaning(of: error))
        default: session.inactive()
        }
    }

    private static func meaning(of error: NIOWebSocketFrameAggregator.Error) -> WebSocketError {
        switch error {
        case .accumulatedFrameSizeIsTooLarge, .tooManyFragments: .messageTooLarge
        default: .protocolViolation("\(error)")
        }
    }
}
