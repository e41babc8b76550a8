import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import Transport

/// A server on a loopback port that behaves as its script says, for every connection.
struct ScriptedServer: Sendable {
    enum Script: Sendable {
        /// Speaks WebSocket; what it does is said to it in messages, see `ScriptedPeer`.
        case webSocket
        /// Answers every request with HTTP.
        case http(HTTPResponseStatus, body: String)
        /// Writes these bytes as soon as somebody connects.
        case raw(String)
        /// Accepts and says nothing.
        case silence
        /// Accepts and hangs up.
        case hangUp
    }

    private let channel: any Channel

    init(_ script: Script, tls identity: TLSIdentity? = nil) async throws {
        let context = try identity?.serverContext()
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try Self.prepare(channel, script)
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var port: Int { channel.localAddress?.port ?? 0 }

    func stop() async throws {
        try await channel.close()
    }

    private static func prepare(_ channel: any Channel, _ script: Script) throws {
        let pipeline = channel.pipeline.syncOperations
        switch script {
        case .webSocket:
            let upgrader = NIOWebSocketServerUpgrader(
                maxFrameSize: 1 << 24,
                shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture(HTTPHeaders()) },
                upgradePipelineHandler: { channel, head in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(ScriptedPeer(request: head))
                    }
                })
            try pipeline.configureHTTPServerPipeline(
                withServerUpgrade: (upgraders: [upgrader], completionHandler: { _ in }))
        case .http(let status, let body):
            try pipeline.configureHTTPServerPipeline()
            try pipeline.addHandler(Refuser(status: status, body: body))
        case .raw(let text):
            try pipeline.addHandler(Greeter(text: text))
        case .silence: break
        case .hangUp:
            try pipeline.addHandler(Greeter(text: nil))
        }
    }

    /// Answers the end of a request.
    private final class Refuser: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart
        let status: HTTPResponseStatus
        let body: String

        init(status: HTTPResponseStatus, body: String) {
            self.status = status
            self.body = body
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            guard case .end = unwrapInboundIn(data) else { return }
            let headers = HTTPHeaders([("content-length", "\(body.utf8.count)")])
            let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }

    /// Speaks first, or hangs up.
    private final class Greeter: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        let text: String?

        init(text: String?) {
            self.text = text
        }

        func channelActive(context: ChannelHandlerContext) {
            guard let text else { return context.close(promise: nil) }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
        }
    }
}
