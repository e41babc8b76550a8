import NIOCore
import NIOWebSocket

/// The half of a WebSocket client that lives on the event loop: its state, its limits and its timers.
final class WebSocketSession {
    private enum State {
        case idle
        case connecting
        case open(any Channel)
        /// Our close frame is out; the code is what we said.
        case closing(any Channel, code: UInt16)
        case ended
    }

    /// What a frame costs while it waits, beside its payload: a peer that only pings must not fill memory either.
    private static let frameOverhead = 64
    /// How long a peer may take to answer our close frame.
    private static let closingTime = TimeAmount.seconds(2)

    let request: WebSocketRequest
    let eventLoop: any EventLoop
    private var receive: (@Sendable (WebSocketEvent) -> Void)?
    private var state = State.idle
    /// The connection under way, so that a failure before `open` can cut it.
    private var connection: (any Channel)?
    private var deadline: Scheduled<Void>?
    private var keepAlive: RepeatedTask?
    /// Whether anything came since the last ping.
    private var heardSomething = true
    /// Bytes handed to the channel and not yet written to the socket.
    private var backlog = 0

    init(request: WebSocketRequest, eventLoop: any EventLoop, receive: @escaping @Sendable (WebSocketEvent) -> Void) {
        self.request = request
        self.eventLoop = eventLoop
        self.receive = receive
    }

    func connect() {
        guard case .idle = state else { return }
        state = .connecting
        let limit = TimeAmount(request.connectTimeout)
        let tooLate = ConnectionFailure(endpoint: request.server.endpoint, cause: .timedOut)
        deadline = eventLoop.assumeIsolated().scheduleTask(in: limit) { self.end(.failed(.unreachable(tooLate))) }
        WebSocketHandshake(session: self).start()
    }

    /// The socket is connected: the handshake goes on over `channel`.
    func connected(_ channel: any Channel) {
        connection = channel
        if case .connecting = state { return }
        channel.close(promise: nil)
    }

    /// The server said 101.
    func opened(_ channel: any Channel) {
        if case .open = state { return }
        guard case .connecting = state else { return channel.close(promise: nil) }
        state = .open(channel)
        deadline?.cancel()
        startKeepAlive()
        receive?(.opened)
    }

    /// Ends the session without telling anybody.
    func abandon() {
        receive = nil
        end(.failed(.lost))
    }

    func fail(_ error: WebSocketError) {
        switch error {
        case .messageTooLarge: sendClose(code: 1009, reason: "")
        case .protocolViolation: sendClose(code: 1002, reason: "")
        default: break
        }
        end(.failed(error))
    }

    /// The channel is gone.
    func inactive() {
        if case .closing(_, let code) = state {
            end(.closed(code: code, reason: ""))
        } else {
            end(.failed(.lost))
        }
    }

    private func end(_ event: WebSocketEvent) {
        if case .ended = state { return }
        state = .ended
        deadline?.cancel()
        keepAlive?.cancel()
        connection?.close(promise: nil)
        connection = nil
        let last = receive
        receive = nil
        last?(event)
    }

    private func startKeepAlive() {
        guard let period = request.keepAlive.map({ TimeAmount($0) }) else { return }
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        keepAlive = eventLoop.scheduleRepeatedTask(initialDelay: period, delay: period) { _ in
            bound.value.keepAliveElapsed()
        }
    }

    private func keepAliveElapsed() {
        guard heardSomething else { return end(.failed(.silent)) }
        heardSomething = false
        send(.ping, [])
    }
}

// MARK: - Frames

extension WebSocketSession {
    func send(_ opcode: WebSocketOpcode, _ bytes: [UInt8]) {
        guard case .open(let channel) = state else { return }
        guard backlog + bytes.count + Self.frameOverhead <= request.maximumBacklog else {
            return end(.failed(.backlogged))
        }
        write(opcode, bytes, to: channel)
    }

    func close(code: UInt16, reason: String) {
        switch state {
        case .idle, .connecting: end(.closed(code: code, reason: reason))
        case .open: sendClose(code: code, reason: reason)
        case .closing, .ended: break
        }
    }

    /// A whole message or a control frame.
    func received(_ frame: WebSocketFrame) {
        heardSomething = true
        // A frame in the same segment as the 101 arrives before the upgrade is reported.
        if case .connecting = state, let connection { opened(connection) }
        if let breach = Self.breach(of: frame) { return fail(.protocolViolation(breach)) }
        let bytes = Array(buffer: frame.data)
        switch frame.opcode {
        case .binary: deliver(.binary(bytes))
        case .text: receivedText(bytes)
        case .ping: send(.pong, bytes)
        case .pong: break
        case .connectionClose: receivedClose(bytes)
        default: fail(.protocolViolation("unknown opcode"))
        }
    }

    /// What a server must not do (RFC 6455, sections 5.1 and 5.2), where no extension was agreed.
    private static func breach(of frame: WebSocketFrame) -> String? {
        if frame.maskKey != nil { return "a masked frame" }
        return frame.rsv1 || frame.rsv2 || frame.rsv3 ? "reserved bits" : nil
    }

    private func deliver(_ event: WebSocketEvent) {
        guard case .open = state else { return }
        receive?(event)
    }

    private func receivedText(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            sendClose(code: 1007, reason: "")
            return end(.failed(.protocolViolation("text that is not UTF-8")))
        }
        deliver(.text(text))
    }

    /// Answers a close frame with its own code and ends; the peer is the one to cut the connection first, or we do.
    private func receivedClose(_ bytes: [UInt8]) {
        let code = bytes.count >= 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : 1005
        let reason = String(decoding: bytes.dropFirst(2), as: UTF8.self)
        if case .open(let channel) = state {
            write(.connectionClose, Array(bytes.prefix(2)), to: channel)
        }
        end(.closed(code: code, reason: reason))
    }

    private func sendClose(code: UInt16, reason: String) {
        guard case .open(let channel) = state else { return }
        state = .closing(channel, code: code)
        let reasonBytes = reason.utf8.prefix(123)
        write(.connectionClose, [UInt8(code >> 8), UInt8(code & 0xFF)] + reasonBytes, to: channel)
        deadline = eventLoop.assumeIsolated().scheduleTask(in: Self.closingTime) { self.inactive() }
    }

    private func write(_ opcode: WebSocketOpcode, _ bytes: [UInt8], to channel: any Channel) {
        let frame = WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: ByteBuffer(bytes: bytes))
        let cost = bytes.count + Self.frameOverhead
        backlog += cost
        let written = eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in self.backlog -= cost }
        channel.writeAndFlush(frame, promise: written)
    }
}
