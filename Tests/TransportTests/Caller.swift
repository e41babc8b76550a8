import NIOCore
import NIOPosix
import Testing
import Transport

/// A WebSocket client whose events are awaited one by one.
final class Caller {
    let client: WebSocketClient
    private var events: AsyncStream<WebSocketEvent>.Iterator

    init(port: Int, token: String? = nil, change: (inout WebSocketRequest) -> Void = { _ in }) throws {
        let server = try #require(ServerURL("ws://127.0.0.1:\(port)"))
        var request = WebSocketRequest(server: server, target: "/rtc/v1?a=b", token: token)
        change(&request)
        let (stream, continuation) = AsyncStream<WebSocketEvent>.makeStream()
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        client = WebSocketClient(connecting: request, on: loop) { event in
            loop.preconditionInEventLoop()
            continuation.yield(event)
            switch event {
            case .closed, .failed: continuation.finish()
            default: break
            }
        }
        events = stream.makeAsyncIterator()
    }

    /// The next event; `nil` after the last one.
    func next() async -> WebSocketEvent? {
        await events.next()
    }

    /// What comes back for a text.
    func ask(_ text: String) async -> WebSocketEvent? {
        client.send(text)
        return await next()
    }
}
