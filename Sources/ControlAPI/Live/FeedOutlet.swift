import Feeds
import NIOCore
import NIOWebSocket
import Timing

/// Empties an outbox into a WebSocket, on the socket's event loop, while the socket takes more: 64 KiB beyond the kernel's buffer.
final class FeedOutlet: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketFrame

    private let outbox: FeedOutbox
    private var isDraining = false
    /// Cuts a connection that takes no goodbye.
    private var patience: Scheduled<Void>?

    init(_ outbox: FeedOutbox) {
        self.outbox = outbox
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let drain = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        let loop = context.eventLoop
        outbox.attach {
            loop.execute {
                let (outlet, context) = drain.value
                outlet.drain(context)
            }
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        let isFull = !context.channel.isWritable
        outbox.change { $0.pulse.full(isFull, now: .monotonic()) }
        if !isFull { drain(context) }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        patience?.cancel()
        outbox.closed()
        context.fireChannelInactive()
    }

    /// Writes what waits. A goodbye goes out whether the socket takes more or not.
    private func drain(_ context: ChannelHandlerContext) {
        // A flush may change the writability, which would drain again from within.
        guard !isDraining, context.channel.isActive else { return }
        isDraining = true
        defer { isDraining = false }
        while write(context), context.channel.isWritable {}
    }

    /// Writes as much as the socket takes, and flushes once; `false` when nothing is left.
    private func write(_ context: ChannelHandlerContext) -> Bool {
        var hasWritten = false
        defer { if hasWritten { context.channel.flush() } }
        while context.channel.isWritable || outbox.isEnding {
            switch outbox.next() {
            case .write(let parcel):
                context.channel.write(parcel.frame, promise: nil)
                hasWritten = true
            case .close(let ending):
                sayGoodbye(ending, context)
                return false
            case .rest: return false
            }
        }
        return true
    }

    private func sayGoodbye(_ ending: FeedEnding, _ context: ChannelHandlerContext) {
        let channel = context.channel
        channel.writeAndFlush(WebSocketFrame(closing: ending)).whenComplete { [outbox] _ in outbox.closed() }
        patience = context.eventLoop.scheduleTask(in: TimeAmount(outbox.timings.closePatience)) {
            channel.close(promise: nil)
        }
    }
}

extension Parcel {
    /// As a frame of RFC 6455.
    var frame: WebSocketFrame {
        switch content {
        case .text(let bytes): WebSocketFrame(fin: true, opcode: .text, data: bytes)
        case .ping: WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer())
        case .pong(let bytes): WebSocketFrame(fin: true, opcode: .pong, data: bytes)
        }
    }
}

extension WebSocketFrame {
    /// A close frame with the ending's code and reason (RFC 6455 §5.5.1).
    init(closing ending: FeedEnding) {
        let (code, reason) = ending.close
        var data = ByteBuffer()
        data.write(webSocketErrorCode: WebSocketErrorCode(codeNumber: Int(code)))
        data.writeString(reason)
        self.init(fin: true, opcode: .connectionClose, data: data)
    }
}
