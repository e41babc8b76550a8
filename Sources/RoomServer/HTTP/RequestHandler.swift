import NIOCore
import NIOHTTP1
import NIOWebSocket
import Token

/// Plain HTTP: the greeting, the checks before a socket, RoomService over Twirp.
final class RequestHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// The largest request body, in bytes.
    private static let bodyLimit = 10 << 20

    private let driver: SwitchboardDriver
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []
    private var isTooLarge = false

    init(driver: SwitchboardDriver) {
        self.driver = driver
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
            isTooLarge = false
        case .body(let buffer):
            isTooLarge = isTooLarge || body.count + buffer.readableBytes > Self.bodyLimit
            if !isTooLarge { body.append(contentsOf: buffer.readableBytesView) }
        case .end:
            guard let head else { return }
            self.head = nil
            respond(isTooLarge ? .text(413, "the body is too large") : answer(head), to: head, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A socket that was not granted is answered like any request, with the reason.
        if error is NIOWebSocketUpgradeError { return }
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    private func answer(_ head: HTTPRequestHead) -> Response {
        let target = RequestTarget(head.uri)
        if head.method == .OPTIONS { return .empty(204) }
        if target.path.hasPrefix("/twirp/") {
            let call = TwirpCall(head: head, path: target.path, body: body)
            return RoomAPI.answer(call, driver: driver)
        }
        switch target.path {
        case "/": return .text(200, "OK")
        case "/rtc/v1/validate", "/rtc/validate": return validate(head)
        case "/rtc/v1", "/rtc", "/agent": return refusal(of: head)
        default: return .text(404, "404 page not found")
        }
    }

    /// What a socket that was not opened is told.
    private func refusal(of head: HTTPRequestHead) -> Response {
        guard head.headers.contains(name: "upgrade") else { return .text(404, "") }
        do throws(JoinRefusal) {
            _ = try Gate.role(of: head, driver: driver)
            return .text(400, "the request cannot be upgraded to a WebSocket")
        } catch {
            return .text(error.status, error.text)
        }
    }

    private func validate(_ head: HTTPRequestHead) -> Response {
        do throws(JoinRefusal) {
            try Gate.validate(head, driver: driver)
            return .text(200, "success")
        } catch {
            return .text(error.status, error.text)
        }
    }

    private func respond(_ response: Response, to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders([
            ("Content-Type", response.contentType), ("Content-Length", "\(response.body.count)"),
            ("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Headers", "authorization, content-type"),
        ])
        if !head.isKeepAlive { headers.add(name: "Connection", value: "close") }
        let status = HTTPResponseStatus(statusCode: response.status)
        context.write(
            wrapOutboundOut(.head(HTTPResponseHead(version: head.version, status: status, headers: headers))),
            promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: response.body)))), promise: nil)
        let context = NIOLoopBound(context, eventLoop: context.eventLoop)
        let keepAlive = head.isKeepAlive
        context.value.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
            if !keepAlive { context.value.close(promise: nil) }
        }
    }
}
