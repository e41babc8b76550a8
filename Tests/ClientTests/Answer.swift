import NIOCore
import NIOPosix

/// Answers whoever speaks with the same bytes.
final class Answer: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// A port on loopback that answers.
    struct Listener: Sendable {
        fileprivate let channel: any Channel

        var port: Int { channel.localAddress?.port ?? 0 }

        func stop() async throws {
            try await channel.close()
        }
    }

    private let text: String

    private init(_ text: String) {
        self.text = text
    }

    static func listen(_ text: String) async throws -> Listener {
        let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Answer(text))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return Listener(channel: channel)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }
}
