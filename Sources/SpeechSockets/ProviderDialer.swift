package import NIOCore
package import Speech
import Transport

/// Makes WebSockets to providers on event loops.
package final class ProviderDialer: SocketDialer {
    private let group: any EventLoopGroup

    package init(on group: any EventLoopGroup) {
        self.group = group
    }

    package func dial(
        _ request: SocketRequest, receive: @escaping @Sendable (SocketEvent) -> Void
    ) -> any Socket {
        guard let server = ServerURL(request.url) else {
            receive(.ended(.malformed("the provider's address")))
            return ProviderSocket(nil)
        }
        // The endpoint is the address itself.
        var web = WebSocketRequest(server: server, target: server.target("", query: request.query))
        web.authorization = request.authorization
        web.connectTimeout = request.connectTimeout
        web.keepAlive = .seconds(10)
        let client = WebSocketClient(connecting: web, on: group.next()) { event in
            switch event {
            case .opened: receive(.opened)
            case .binary(let bytes): receive(.message(.binary(bytes)))
            case .text(let text): receive(.message(.text(text)))
            case .closed(let code, _): receive(.ended(.unreachable("the provider closed with code \(code)")))
            case .failed(let error): receive(.ended(SpeechError(error)))
            }
        }
        return ProviderSocket(client)
    }
}
