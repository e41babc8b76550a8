import NIOCore
import NIOPosix
import Transport
import Wire

/// The TCP port for media: it is the passive end of ICE over TCP (RFC 6544), for clients that UDP does not reach.
enum MediaListener {
    static func bind(
        host: String, port: Int, streams: NIOLoopBound<MediaStreams>
    ) -> EventLoopFuture<any Channel> {
        let loop = streams.eventLoop
        return ServerBootstrap(group: loop, childGroup: loop)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.writeBufferWaterMark, value: MediaStreams.backlog)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        IdleStateHandler(readTimeout: MediaStreams.patience),
                        MediaStreamHandler(streams: streams.value),
                    ])
                }
            }
            .bind(host: host, port: port)
    }
}
