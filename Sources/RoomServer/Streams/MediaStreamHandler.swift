import NIOCore
import Transport
import Wire

/// One client's TCP connection for media: datagrams after their length (RFC 4571). Anything else ends it.
final class MediaStreamHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let streams: MediaStreams
    private var decoder = FrameDecoder(.counted)
    private var ends: Datagram?

    init(streams: MediaStreams) {
        self.streams = streams
    }

    func channelActive(context: ChannelHandlerContext) {
        ends = streams.accept(context.channel)
        if ends == nil { context.close(promise: nil) }
        context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard var datagram = ends else { return }
        decoder.append(unwrapInboundIn(data))
        do throws(FramingError) {
            while let payload = try decoder.next() {
                datagram.payload = payload
                streams.deliver(datagram)
            }
        } catch {
            context.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let ends { streams.forget(ends) }
        ends = nil
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }
}
