import NIOCore
import NIOTLS

/// The end of a stream's pipeline: frames, and the moments that matter.
final class StreamHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let stream: DatagramStream
    private let isSecure: Bool
    private var decoder: FrameDecoder

    init(stream: DatagramStream, framing: StreamFraming, isSecure: Bool) {
        self.stream = stream
        self.isSecure = isSecure
        decoder = FrameDecoder(framing)
    }

    func channelActive(context: ChannelHandlerContext) {
        if !isSecure { stream.opened(context.channel) }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event { stream.opened(context.channel) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        decoder.append(unwrapInboundIn(data))
        do throws(FramingError) {
            while let datagram = try decoder.next() { stream.received(datagram) }
        } catch {
            stream.fail(error)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        stream.fail(ChannelError.eof)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        stream.fail(error)
    }
}
