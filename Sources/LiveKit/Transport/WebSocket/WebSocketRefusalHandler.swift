import NIOCore
import NIOHTTP1

/// Collects the HTTP answer of a server that did not switch to WebSocket.
final class WebSocketRefusalHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart

    /// Bytes of the body that are kept.
    private static let limit = 64 << 10

    private let session: WebSocketSession
    private var status = 0
    private var retryAfter: Duration?
    private var body: [UInt8] = []

    init(session: WebSocketSession) {
        self.session = session
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            status = Int(head.status.code)
            // A date is not worth a calendar here: who gives one is asked again as if there were none.
            let seconds = head.headers["retry-after"].first.flatMap(Int.init)
            retryAfter = seconds.flatMap { $0 > 0 ? .seconds(min($0, 86_400)) : nil }
        case .body(let buffer):
            body += buffer.readableBytesView.prefix(Self.limit - body.count)
            if body.count >= Self.limit { finish() }
        case .end: finish()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        status == 0 ? session.fail(.lost) : finish()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        status == 0 ? session.fail(.handshakeFailed("\(error)")) : finish()
    }

    private func finish() {
        let text = String(decoding: body, as: UTF8.self)
        session.fail(
            .refused(
                status: status, body: text.trimmingPrefix(while: \.isWhitespace).description, retryAfter: retryAfter))
    }
}
