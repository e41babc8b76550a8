import Live
import NIOCore
import NIOHTTP1

/// Lets only handshakes through that will succeed; any other request loses its `Upgrade` header and stays HTTP.
///
/// NIO's typed upgrade forgets the request when it refuses one, so what is to be answered by a route must not look like
/// an upgrade at all. Looks at the first request of a connection, as the upgrade does, and then removes itself.
final class UpgradeFilter: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    private let policy: OriginPolicy

    init(_ policy: OriginPolicy) {
        self.policy = policy
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data) else {
            context.fireChannelRead(data)
            return
        }
        if !isHandshake(head) { head.headers.remove(name: "upgrade") }
        context.fireChannelRead(wrapInboundOut(.head(head)))
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }

    /// A WebSocket handshake (RFC 6455 §4.2.1) for a feed, from a page of this very host or of a listed origin, or from no page.
    private func isHandshake(_ head: HTTPRequestHead) -> Bool {
        let headers = head.headers
        return head.method == .GET && FeedTarget(head.uri).source != nil
            && headers[canonicalForm: "upgrade"].map { $0.lowercased() } == ["websocket"]
            && headers[canonicalForm: "connection"].contains { $0.lowercased() == "upgrade" }
            && headers["sec-websocket-key"].count == 1 && headers["sec-websocket-version"] == ["13"]
            && !headers.contains(name: "content-length") && !headers.contains(name: "transfer-encoding")
            && policy.allows(origin: headers["origin"].first, host: headers["host"].first)
    }
}
