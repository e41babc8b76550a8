import NIOCore
import NIOWebSocket

/// The server's end of one WebSocket (RFC 6455): whole binary messages in and out.
final class WebSocketPort: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    /// LiveKit's own limit for one message, in bytes.
    static let messageLimit = 2 << 20
    /// A client that leaves more than this unread is disconnected.
    static let backlog = ChannelOptions.Types.WriteBufferWaterMark(low: 1 << 20, high: 8 << 20)

    /// The client is asked for a sign of life this often.
    private static let pingInterval = TimeAmount.seconds(10)

    private let driver: SwitchboardDriver
    private let role: ConnectionRole
    private var connection: ConnectionID?
    private var context: ChannelHandlerContext?
    private var partial: [UInt8]?
    private var isClosing = false
    private var nextPing: Scheduled<Void>?

    init(driver: SwitchboardDriver, role: ConnectionRole) {
        self.driver = driver
        self.role = role
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        connection = driver.open(self, as: role)
        ping()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        nextPing?.cancel()
        self.context = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let connection { driver.closed(connection) }
        self.context = nil
        context.fireChannelInactive()
    }

    /// Nothing was heard for so long that nobody can be there.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        switch frame.opcode {
        case .binary, .text: begin(frame)
        case .continuation: proceed(frame)
        case .ping: write(.pong, Array(buffer: frame.unmaskedData))
        case .connectionClose: answerClose(frame)
        default: break
        }
    }

    func send(_ bytes: [UInt8]) {
        guard let context, !isClosing else { return }
        guard context.channel.isWritable else { return context.close(promise: nil) }
        write(.binary, bytes)
    }

    /// Closes normally: the close frame leaves after everything that was sent before.
    func close() {
        guard let context, !isClosing else { return }
        isClosing = true
        write(.connectionClose, [0x03, 0xE8])
        context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) { [weak self] in
            self?.context?.close(promise: nil)
        }
    }

    private func ping() {
        nextPing = context?.eventLoop.assumeIsolated().scheduleTask(in: Self.pingInterval) { [weak self] in
            self?.write(.ping, [])
            self?.ping()
        }
    }

    private func begin(_ frame: WebSocketFrame) {
        let bytes = Array(buffer: frame.unmaskedData)
        if frame.fin { deliver(bytes, isText: frame.opcode == .text) } else { partial = bytes }
    }

    private func proceed(_ frame: WebSocketFrame) {
        guard var message = partial else { return }
        message += Array(buffer: frame.unmaskedData)
        guard message.count <= Self.messageLimit else { return close() }
        partial = frame.fin ? nil : message
        if frame.fin { deliver(message, isText: false) }
    }

    /// Only the binary form of the protocol is spoken; text is ignored.
    private func deliver(_ bytes: [UInt8], isText: Bool) {
        guard let connection, !isText, !isClosing else { return }
        driver.receive(bytes, from: connection)
    }

    private func answerClose(_ frame: WebSocketFrame) {
        if !isClosing {
            isClosing = true
            write(.connectionClose, Array(Array(buffer: frame.unmaskedData).prefix(2)))
        }
        context?.close(promise: nil)
    }

    private func write(_ opcode: WebSocketOpcode, _ bytes: [UInt8]) {
        guard let context else { return }
        let frame = WebSocketFrame(fin: true, opcode: opcode, data: ByteBuffer(bytes: bytes))
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }
}
