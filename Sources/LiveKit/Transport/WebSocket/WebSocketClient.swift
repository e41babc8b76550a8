package import NIOCore
import NIOWebSocket

/// One WebSocket connection (RFC 6455), made on an event loop of the owner's choice.
///
/// It begins to connect when it is made. `receive` is called on that event loop, first with `opened` and last with exactly
/// one of `closed` and `failed`; an owner that lives on the loop may therefore enter itself without a hop. The methods may
/// be called from anywhere; called on the loop they act at once. Letting go of the client aborts the connection.
package final class WebSocketClient: Sendable {
    package let eventLoop: any EventLoop
    private let session: NIOLoopBoundBox<WebSocketSession>

    package init(
        connecting request: WebSocketRequest, on eventLoop: any EventLoop,
        receive: @escaping @Sendable (WebSocketEvent) -> Void
    ) {
        self.eventLoop = eventLoop
        session = .makeBoxSendingValue(
            WebSocketSession(request: request, eventLoop: eventLoop, receive: receive), eventLoop: eventLoop)
        onLoop { $0.connect() }
    }

    deinit {
        onLoop { $0.abandon() }
    }

    /// Sends one binary message. Before `opened` and after the end it is dropped.
    package func send(_ message: [UInt8]) {
        onLoop { $0.send(.binary, message) }
    }

    /// Sends one text message. Before `opened` and after the end it is dropped.
    package func send(_ message: String) {
        onLoop { $0.send(.text, Array(message.utf8)) }
    }

    /// Begins the closing handshake; without an answer within two seconds the connection is cut.
    ///
    /// - Parameter code: RFC 6455, section 7.4; 1000 is a normal closure.
    package func close(code: UInt16 = 1000, reason: String = "") {
        onLoop { $0.close(code: code, reason: reason) }
    }

    private func onLoop(_ body: @escaping @Sendable (WebSocketSession) -> Void) {
        let session = session
        if eventLoop.inEventLoop {
            body(session.value)
        } else {
            eventLoop.execute { body(session.value) }
        }
    }
}
