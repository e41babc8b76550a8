import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// From nothing to a WebSocket: TCP, TLS, the HTTP upgrade, and what each failure means.
struct WebSocketHandshake {
    private enum Outcome: Sendable {
        case upgraded
        case refused
    }

    /// More fragments than this in one message are an attack.
    private static let maximumFragments = 10_000

    let session: WebSocketSession

    private var server: ServerURL { session.request.server }

    func start() {
        ClientBootstrap(group: session.eventLoop)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connectTimeout(TimeAmount(session.request.connectTimeout))
            .connect(host: server.host, port: server.port)
            .assumeIsolated()
            .whenComplete { result in
                switch result {
                case .success(let channel): connected(channel)
                case .failure(let error): session.fail(unreachable(error))
                }
            }
    }

    private func connected(_ channel: any Channel) {
        session.connected(channel)
        guard channel.isActive else { return session.fail(.lost) }
        do {
            let pipeline = channel.pipeline.syncOperations
            if server.isSecure {
                try pipeline.addHandler(TLSContexts.clientHandler(for: server.host, trusting: session.request.trust))
            }
            var configuration = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: upgrade())
            // The server's first frames may come in the same segment as its 101.
            configuration.leftOverBytesStrategy = .forwardBytes
            try pipeline.configureUpgradableHTTPClientPipeline(configuration: configuration)
                .assumeIsolated()
                .whenComplete { finished($0, channel) }
        } catch {
            session.fail(unreachable(error))
        }
    }

    private func finished(_ result: Result<Outcome, any Error>, _ channel: any Channel) {
        switch result {
        case .success(.upgraded): session.opened(channel)
        case .success(.refused): break
        case .failure(let error): session.fail(meaning(of: error))
        }
    }

    private func upgrade() -> NIOTypedHTTPClientUpgradeConfiguration<Outcome> {
        let bound = NIOLoopBound(session, eventLoop: session.eventLoop)
        let upgrader = NIOTypedWebSocketClientUpgrader<Outcome>(
            maxFrameSize: session.request.maximumMessageSize, enableAutomaticErrorHandling: false
        ) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                let size = bound.value.request.maximumMessageSize
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandler(
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: Self.maximumFragments,
                        maxAccumulatedFrameSize: size))
                try pipeline.addHandler(WebSocketFrameHandler(session: bound.value))
                return .upgraded
            }
        }
        return .init(upgradeRequestHead: requestHead(), upgraders: [upgrader]) { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(WebSocketRefusalHandler(session: bound.value))
                return .refused
            }
        }
    }

    private func requestHead() -> HTTPRequestHead {
        var headers = HTTPHeaders([("Host", server.authority), ("User-Agent", "Parley")])
        if let value = session.request.authorization ?? session.request.token.map({ "Bearer \($0)" }) {
            headers.add(name: "Authorization", value: value)
        }
        return HTTPRequestHead(version: .http1_1, method: .GET, uri: session.request.target, headers: headers)
    }

    private func unreachable(_ error: any Error) -> WebSocketError {
        .unreachable(ConnectionFailure(error, endpoint: server.endpoint))
    }

    private func meaning(of error: any Error) -> WebSocketError {
        switch error {
        case is NIOSSLError, is NIOSSLExtraError: unreachable(error)
        case is ChannelError, is IOError: .lost
        default: .handshakeFailed("\(error)")
        }
    }
}
