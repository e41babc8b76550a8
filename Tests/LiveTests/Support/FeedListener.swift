import Live
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import ServiceLifecycle

/// Upgrades whatever asks for `/ws…`, and serves the feeds.
struct FeedListener: Service {
    let hub: FeedHub
    let listening: @Sendable (Int) -> Void

    func run() async throws {
        let timings = hub.services.timings
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.backlog, value: 1_024)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    let upgrader = NIOTypedWebSocketServerUpgrader<FeedSocket?>(
                        maxFrameSize: 64 << 10,
                        shouldUpgrade: { channel, head in
                            let fields = Self.opening(head).map { FeedSocket.protocols(for: $0) } ?? []
                            return channel.eventLoop.makeSucceededFuture(HTTPHeaders(fields))
                        },
                        upgradePipelineHandler: { channel, head in
                            channel.eventLoop.makeCompletedFuture {
                                try Self.opening(head).map {
                                    try FeedSocket(channel, $0, timings: timings, frameLimit: 64 << 10)
                                }
                            }
                        })
                    let upgrade = NIOTypedHTTPServerUpgradeConfiguration<FeedSocket?>(
                        upgraders: [upgrader],
                        notUpgradingCompletionHandler: { $0.eventLoop.makeSucceededFuture(nil) })
                    return try channel.pipeline.syncOperations.configureUpgradableHTTPServerPipeline(
                        configuration: .init(upgradeConfiguration: upgrade))
                }
            }
        listening(server.channel.localAddress?.port ?? 0)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await hub.run() }
            group.addTask { await accept(server) }
            group.addTask {
                try? await gracefulShutdown()
                try? await server.channel.close()
            }
            // The listener is over when its port is closed and its feeds have ended; the hub then.
            await group.next()
            await group.next()
            group.cancelAll()
        }
    }

    private func accept(_ server: NIOAsyncChannel<EventLoopFuture<FeedSocket?>, Never>) async {
        try? await server.executeThenClose { connections in
            await withDiscardingTaskGroup { group in
                do {
                    for try await upgrade in connections {
                        group.addTask {
                            guard let socket = try? await upgrade.get() else { return }
                            await socket.run(hub)
                        }
                    }
                } catch {
                    // The port is closed.
                }
            }
        }
    }

    private static func opening(_ head: HTTPRequestHead) -> FeedOpening? {
        FeedOpening(
            target: head.uri, protocols: head.headers[canonicalForm: "sec-websocket-protocol"].map(String.init),
            authorization: head.headers["authorization"].first, address: nil)
    }
}
