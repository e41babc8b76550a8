import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// The HTTP port: WebSocket upgrades for `/rtc`, `/rtc/v1` and `/agent`, everything else answered by `RequestHandler`.
enum HTTPListener {
    /// Who says nothing for this long is disconnected: WebSockets are pinged more often.
    static let patience = TimeAmount.seconds(30)

    static func bind(
        host: String, port: Int, driver: NIOLoopBound<SwitchboardDriver>
    ) -> EventLoopFuture<any Channel> {
        let loop = driver.eventLoop
        return ServerBootstrap(group: loop, childGroup: loop)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelOption(.writeBufferWaterMark, value: WebSocketPort.backlog)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try configure(channel, driver: driver) }
            }
            .bind(host: host, port: port)
    }

    private static func configure(_ channel: any Channel, driver: NIOLoopBound<SwitchboardDriver>) throws {
        try channel.pipeline.syncOperations.addHandler(IdleStateHandler(readTimeout: patience))
        let handler = RequestHandler(driver: driver.value)
        let upgrader = NIOWebSocketServerUpgrader(
            maxFrameSize: WebSocketPort.messageLimit,
            shouldUpgrade: { channel, head in
                let isAdmitted = (try? Gate.role(of: head, driver: driver.value)) != nil
                return channel.eventLoop.makeSucceededFuture(isAdmitted ? HTTPHeaders() : nil)
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    let role = try Gate.role(of: head, driver: driver.value)
                    try channel.pipeline.syncOperations.addHandler(WebSocketPort(driver: driver.value, role: role))
                }
            })
        let bound = NIOLoopBound(handler, eventLoop: channel.eventLoop)
        try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withServerUpgrade: (
                upgraders: [upgrader],
                completionHandler: { context in
                    context.pipeline.syncOperations.removeHandler(bound.value, promise: nil)
                }
            ), withErrorHandling: true)
        try channel.pipeline.syncOperations.addHandler(handler)
    }
}
