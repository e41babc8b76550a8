import NIOCore
import NIOPosix

/// A WebSocket client by hand: it looks at each text frame when it comes, and does nothing else.
final class SocketClient: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let path: String
    private let heed: @Sendable (ByteBufferView) -> Void
    private let opened: EventLoopPromise<Void>
    private var buffer = ByteBuffer()
    private var isOpen = false

    private init(
        _ path: String, _ opened: EventLoopPromise<Void>, _ heed: @escaping @Sendable (ByteBufferView) -> Void
    ) {
        self.path = path
        self.opened = opened
        self.heed = heed
    }

    /// Connects; returns when the handshake is done.
    static func connect(
        _ port: Int, _ path: String, heed: @escaping @Sendable (ByteBufferView) -> Void
    ) async throws -> any Channel {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let opened = loop.makePromise(of: Void.self)
        let channel = try await ClientBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SocketClient(path, opened, heed))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        try await opened.futureResult.get()
        return channel
    }

    /// Connects a client that never reads; its kernel's buffer is small.
    static func stall(_ port: Int, _ path: String) async throws -> any Channel {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.socketOption(.so_rcvbuf), value: 4_096)
            .channelOption(.autoRead, value: false)
            .connect(host: "127.0.0.1", port: port).get()
        try await channel.writeAndFlush(handshake(path))
        return channel
    }

    /// A text frame, masked as a client must (RFC 6455 §5.3); of at most 65 535 bytes.
    static func frame(_ text: String) -> ByteBuffer {
        let mask: [UInt8] = [1, 2, 3, 4]
        let bytes = Array(text.utf8)
        var frame = ByteBuffer(bytes: [0x81])
        if bytes.count < 126 {
            frame.writeInteger(0x80 | UInt8(bytes.count))
        } else {
            frame.writeInteger(UInt8(0xfe))
            frame.writeInteger(UInt16(truncatingIfNeeded: bytes.count))
        }
        frame.writeBytes(mask)
        frame.writeBytes(bytes.enumerated().map { $1 ^ mask[$0 % 4] })
        return frame
    }

    private static func handshake(_ path: String) -> ByteBuffer {
        ByteBuffer(
            string: """
                GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\
                Sec-WebSocket-Protocol: voiceworker.v1\r\n\r\n
                """)
    }

    func channelActive(context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(Self.handshake(path)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        buffer.writeBuffer(&bytes)
        if !isOpen {
            guard let end = buffer.readableBytesView.firstRange(of: Array("\r\n\r\n".utf8)) else { return }
            buffer.moveReaderIndex(to: end.upperBound)
            isOpen = true
            opened.succeed()
        }
        while takeFrame() {}
        buffer.discardReadBytes()
    }

    func channelInactive(context: ChannelHandlerContext) {
        opened.fail(BenchFailure("the connection ended"))
    }

    /// Reads one frame, which a server does not mask; `false` when it is not there yet.
    private func takeFrame() -> Bool {
        let start = buffer.readerIndex
        guard let head = buffer.getInteger(at: start, as: UInt16.self) else { return false }
        var (header, length) = (2, Int(head & 0x7f))
        if length == 126 {
            guard let long = buffer.getInteger(at: start + 2, as: UInt16.self) else { return false }
            (header, length) = (4, Int(long))
        } else if length == 127 {
            guard let long = buffer.getInteger(at: start + 2, as: UInt64.self) else { return false }
            (header, length) = (10, Int(long))
        }
        guard buffer.readableBytes >= header + length else { return false }
        buffer.moveReaderIndex(forwardBy: header)
        guard let payload = buffer.readSlice(length: length) else { return false }
        if head >> 8 & 0x0f == 1 { heed(payload.readableBytesView) }
        return true
    }
}
