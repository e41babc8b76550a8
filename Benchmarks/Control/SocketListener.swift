import Live
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A WebSocket server on loopback in this process: feeds, or an echo of the same frames by NIO alone.
struct SocketListener {
    private typealias Upgrade = EventLoopFuture<FeedSocket?>

    let port: Int
    private let server: NIOAsyncChannel<Upgrade, Never>

    /// - Parameter hub: The feeds; `nil` for an echo.
    init(_ hub: FeedHub?) async throws {
        server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1_024)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let configuration = NIOTypedHTTPServerUpgradeConfiguration<FeedSocket?>(
                        upgraders: [Self.upgrader(hub)],
                        notUpgradingCompletionHandler: { $0.eventLoop.makeSucceededFuture(nil) })
                    return try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
                        configuration: .init(upgradeConfiguration: configuration))
                }
            }
        guard let port = server.channel.localAddress?.port else { throw BenchFailure("no port is free") }
        self.port = port
    }

    /// Serves until the task is cancelled.
    func run(_ hub: FeedHub?) async {
        try? await server.executeThenClose { connections in
            try await withThrowingDiscardingTaskGroup { group in
                for try await upgrade in connections {
                    group.addTask {
                        guard let hub, let socket = try? await upgrade.get() else { return }
                        await socket.run(hub)
                    }
                }
            }
        }
    }

    private static func upgrader(_ hub: FeedHub?) -> NIOTypedWebSocketServerUpgrader<FeedSocket?> {
        NIOTypedWebSocketServerUpgrader(
            maxFrameSize: frameLimit,
            shouldUpgrade: { channel, head in
                let fields = opening(head).map { FeedSocket.protocols(for: $0) } ?? []
                return channel.eventLoop.makeSucceededFuture(HTTPHeaders(fields))
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    guard let hub else {
                        try channel.pipeline.syncOperations.addHandler(SocketEcho())
                        return nil
                    }
                    return try opening(head).map {
                        try FeedSocket(channel, $0, timings: hub.services.timings, frameLimit: frameLimit)
                    }
                }
            })
    }

    private static let frameLimit = 64 << 10

    private static func opening(_ head: HTTPRequestHead) -> FeedOpening? {
        FeedOpening(
            target: head.uri, protocols: head.headers[canonicalForm: "sec-websocket-protocol"].map(String.init),
            authorization: nil, address: nil)
    }
}
