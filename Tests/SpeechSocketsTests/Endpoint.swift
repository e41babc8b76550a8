import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// A WebSocket server on a loopback port that plays a provider's endpoint.
final class Endpoint: Sendable {
    enum Answer: Sendable {
        case text(String)
        case binary([UInt8])
        /// A close frame with this code.
        case close(UInt16)
        /// The connection is cut.
        case cut
        /// A frame with a reserved bit, which nobody agreed to.
        case breach
    }

    /// What came to it.
    struct Seen: Sendable {
        var heads: [HTTPRequestHead] = []
        var texts: [String] = []
        var bytes = 0
    }

    typealias Script = @Sendable (_ text: String?, _ bytes: Int) -> [Answer]

    private let seen = Mutex(Seen())
    private let status: HTTPResponseStatus?
    private let retryAfter: String?
    private let script: Script
    private let channel = Mutex<(any Channel)?>(nil)

    /// - Parameters:
    ///   - status: refuses every handshake with it.
    ///   - retryAfter: the field that says when to come back.
    ///   - script: answers a text, or (nil) bytes, of which so many came on all connections.
    init(
        refusing status: HTTPResponseStatus? = nil, retryAfter: String? = nil,
        script: @escaping Script = { _, _ in [] }
    ) {
        self.status = status
        self.retryAfter = retryAfter
        self.script = script
    }

    var record: Seen { seen.withLock { $0 } }

    /// Starts, and returns the address up to the version.
    func start() async throws -> String {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try self.prepare(channel) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        channel.withLock { $0 = server }
        return "ws://127.0.0.1:\(server.localAddress?.port ?? 0)/v1"
    }

    func stop() async {
        try? await channel.withLock { $0 }?.close()
    }

    private func prepare(_ channel: any Channel) throws {
        let pipeline = channel.pipeline.syncOperations
        guard status == nil else {
            try pipeline.configureHTTPServerPipeline()
            return try pipeline.addHandler(Refuser(self))
        }
        let upgrader = NIOWebSocketServerUpgrader(
            maxFrameSize: 1 << 20,
            shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture(HTTPHeaders()) },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    self.seen.withLock { $0.heads.append(head) }
                    try channel.pipeline.syncOperations.addHandler(Peer(self))
                }
            })
        try pipeline.configureHTTPServerPipeline(
            withServerUpgrade: (upgraders: [upgrader], completionHandler: { _ in }))
    }

    private func note(_ frame: WebSocketFrame) -> [Answer] {
        var data = frame.unmaskedData
        let text = frame.opcode == .text ? data.readString(length: data.readableBytes) : nil
        let bytes = seen.withLock { seen in
            if let text { seen.texts.append(text) } else { seen.bytes += frame.length }
            return seen.bytes
        }
        return script(text, bytes)
    }

    private final class Peer: ChannelInboundHandler {
        typealias InboundIn = WebSocketFrame
        typealias OutboundOut = WebSocketFrame
        private let endpoint: Endpoint

        init(_ endpoint: Endpoint) { self.endpoint = endpoint }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let frame = unwrapInboundIn(data)
            switch frame.opcode {
            case .text, .binary: for answer in endpoint.note(frame) { give(answer, context) }
            case .ping: send(.pong, frame.unmaskedData, context)
            case .connectionClose: context.close(promise: nil)
            default: break
            }
        }

        private func give(_ answer: Answer, _ context: ChannelHandlerContext) {
            switch answer {
            case .text(let text): send(.text, ByteBuffer(string: text), context)
            case .binary(let bytes): send(.binary, ByteBuffer(bytes: bytes), context)
            case .close(let code): send(.connectionClose, ByteBuffer(integer: code), context)
            case .cut: context.close(promise: nil)
            case .breach:
                let frame = WebSocketFrame(fin: true, rsv1: true, opcode: .text, data: ByteBuffer())
                context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
            }
        }

        private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(WebSocketFrame(fin: true, opcode: opcode, data: data)), promise: nil)
        }
    }

    private final class Refuser: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart
        private let endpoint: Endpoint

        init(_ endpoint: Endpoint) { self.endpoint = endpoint }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): endpoint.seen.withLock { $0.heads.append(head) }
            case .end:
                var fields: HTTPHeaders = ["Content-Length": "0"]
                if let time = endpoint.retryAfter { fields.add(name: "Retry-After", value: time) }
                let head = HTTPResponseHead(version: .http1_1, status: endpoint.status ?? .ok, headers: fields)
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            case .body: break
            }
        }
    }
}
