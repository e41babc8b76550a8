import NIOCore
import NIOPosix
import NIOSSL
import Transport
import Wire

/// The far end of a stream for datagrams, on a loopback port.
struct StreamPeer: Sendable {
    enum Script: Sendable {
        /// Sends back every byte.
        case echo
        /// Sends these bytes as soon as somebody connects.
        case say([UInt8])
        /// Accepts, and neither reads nor writes.
        case mute
        /// Sends back the first bytes, and hangs up.
        case echoOnce
    }

    private let channel: any Channel

    init(_ script: Script, tls identity: TLSIdentity? = nil) async throws {
        let context = try identity?.serverContext()
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelOption(.autoRead, value: script.reads)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    try channel.pipeline.syncOperations.addHandler(Actor(script: script))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }

    var address: TransportAddress {
        TransportAddress(ip: .loopback, port: UInt16(channel.localAddress?.port ?? 0))
    }

    func stop() async throws {
        try await channel.close()
    }

    private final class Actor: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let script: Script

        init(script: Script) {
            self.script = script
        }

        func channelActive(context: ChannelHandlerContext) {
            guard case .say(let bytes) = script else { return }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch script {
            case .echo: context.writeAndFlush(data, promise: nil)
            case .echoOnce:
                context.writeAndFlush(data, promise: nil)
                context.close(promise: nil)
            case .say, .mute: break
            }
        }
    }
}

extension StreamPeer.Script {
    fileprivate var reads: Bool {
        if case .mute = self { false } else { true }
    }
}
