import Speech
import Transport

/// One WebSocket to a provider; without a client it is over before it began.
final class ProviderSocket: Socket {
    private let client: WebSocketClient?

    init(_ client: WebSocketClient?) {
        self.client = client
    }

    func send(_ message: SocketMessage) {
        switch message {
        case .text(let text): client?.send(text)
        case .binary(let bytes): client?.send(bytes)
        }
    }

    func close() {
        client?.close()
    }
}
