import NIOCore
import NIOHTTP1
import NIOWebSocket

/// The far end of a WebSocket: echoes, and does what a text message asks for.
final class ScriptedPeer: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private let request: HTTPRequestHead

    init(request: HTTPRequestHead) {
        self.request = request
    }

    /// Speaks first when the request's target asks for it.
    func handlerAdded(context: ChannelHandlerContext) {
        guard request.uri.contains("greeting") else { return }
        write(.text, "welcome", context)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        var bytes = frame.unmaskedData
        switch frame.opcode {
        case .text where frame.maskKey == nil: write(.text, "not masked", context)
        case .text: obey(bytes.readString(length: bytes.readableBytes) ?? "", context)
        case .binary: write(.binary, bytes, context)
        case .pong: write(.text, "pong " + (bytes.readString(length: bytes.readableBytes) ?? ""), context)
        case .ping: write(.text, "pinged", context)
        case .connectionClose:
            write(.connectionClose, bytes, context)
            context.close(promise: nil)
        default: break
        }
    }

    private func obey(_ command: String, _ context: ChannelHandlerContext) {
        switch command {
        case "ping me": write(.ping, "42", context)
        case "request": write(.text, request.uri + " " + (request.headers.first(name: "authorization") ?? ""), context)
        case "fragments":
            write(.binary, ByteBuffer(bytes: [1, 2]), context, fin: false)
            write(.ping, "between", context)
            write(.continuation, ByteBuffer(bytes: [3]), context, fin: false)
            write(.continuation, ByteBuffer(bytes: [4, 5]), context)
        case "endless":
            write(.binary, ByteBuffer(repeating: 0, count: 1 << 20), context, fin: false)
            write(.continuation, ByteBuffer(repeating: 0, count: 1 << 20), context, fin: false)
            write(.continuation, ByteBuffer(repeating: 0, count: 1), context)
        case "huge": write(.binary, ByteBuffer(repeating: 0, count: 2 << 20 + 1), context)
        case "masked":
            write(WebSocketFrame(fin: true, opcode: .text, maskKey: [1, 2, 3, 4], data: ByteBuffer()), context)
        case "reserved": write(WebSocketFrame(fin: true, rsv1: true, opcode: .text, data: ByteBuffer()), context)
        case "not UTF-8": write(.text, ByteBuffer(bytes: [0xC3, 0x28]), context)
        case "stray": write(.continuation, ByteBuffer(bytes: [0]), context)
        case "close": write(.connectionClose, ByteBuffer(bytes: [0x0F, 0xA0] + Array("done".utf8)), context)
        case "drop": context.close(promise: nil)
        default: write(.text, command, context)
        }
    }

    private func write(_ opcode: WebSocketOpcode, _ text: String, _ context: ChannelHandlerContext) {
        write(opcode, ByteBuffer(string: text), context)
    }

    private func write(
        _ opcode: WebSocketOpcode, _ data: ByteBuffer, _ context: ChannelHandlerContext, fin: Bool = true
    ) {
        write(WebSocketFrame(fin: fin, opcode: opcode, data: data), context)
    }

    private func write(_ frame: WebSocketFrame, _ context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(frame), promise: nil)
    }
}
