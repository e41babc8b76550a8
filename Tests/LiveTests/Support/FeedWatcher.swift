import Document
import NIOCore
import NIOPosix

/// A WebSocket client by hand: what it receives is exactly what was on the wire.
final class FeedWatcher {
    enum Message: Hashable {
        case text(String)
        case ping
        case pong([UInt8])
        case close(code: Int, reason: String)
        case end
    }

    struct Ended: Error {}

    /// How a client comes.
    struct Manner {
        var extended = true
        var token: String?
        /// Bytes of the kernel's buffer.
        var receiveBuffer: Int32?
    }

    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private var buffer = ByteBuffer()
    /// What the server answered the handshake with.
    private(set) var head = ""

    private init(
        _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>,
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    ) {
        self.outbound = outbound
        self.inbound = inbound
    }

    /// Opens a feed for the time of `body`, after which the connection is cut without a goodbye.
    @discardableResult
    static func with<Result>(
        _ port: Int, _ path: String, _ manner: Manner = Manner(), body: (FeedWatcher) async throws -> Result
    ) async throws -> Result {
        var bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        if let receiveBuffer = manner.receiveBuffer {
            bootstrap = bootstrap.channelOption(.socketOption(.so_rcvbuf), value: .init(receiveBuffer))
        }
        let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            let watcher = FeedWatcher(outbound, inbound.makeAsyncIterator())
            var fields = [
                "GET \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Upgrade: websocket", "Connection: Upgrade",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13",
            ]
            if manner.extended { fields.append("Sec-WebSocket-Protocol: voiceworker.v1") }
            if let token = manner.token { fields.append("Authorization: Bearer \(token)") }
            try await outbound.write(ByteBuffer(string: fields.map { $0 + "\r\n" }.joined() + "\r\n"))
            try await watcher.readHead()
            return try await body(watcher)
        }
    }

    /// The next message of any kind.
    func next() async throws -> Message {
        guard let head = try? await read(2) else { return .end }
        var length = Int(head[1] & 0x7f)
        if length == 126 { length = try await number(2) } else if length == 127 { length = try await number(8) }
        let payload = try await read(length)
        switch head[0] & 0x0f {
        case 1: return .text(String(decoding: payload, as: UTF8.self))
        case 9: return .ping
        case 10: return .pong(payload)
        case 8 where payload.count >= 2:
            let code = Int(payload[0]) << 8 | Int(payload[1])
            return .close(code: code, reason: String(decoding: payload[2...], as: UTF8.self))
        default: return .close(code: 1005, reason: "")
        }
    }

    /// The next text that is no heartbeat, as it came.
    func text() async throws -> String {
        while true {
            switch try await next() {
            case .text(#"{"type":"heartbeat"}"#), .ping, .pong: continue
            case .text(let text): return text
            case .close, .end: throw Ended()
            }
        }
    }

    /// The next frame that is no heartbeat.
    func frame() async throws -> JSON { try JSON(parsing: try await text()) }

    /// The next frame of a type; others are passed over.
    func frame(_ type: String) async throws -> JSON {
        while true {
            let frame = try await frame()
            if frame["type"]?.string == type { return frame }
        }
    }

    /// The code the feed is closed with, after everything that was on its way; 0 when the connection just ends.
    func closing() async throws -> Int {
        while true {
            switch try await next() {
            case .close(let code, _): return code
            case .end: return 0
            default: continue
            }
        }
    }

    func send(_ text: String) async throws { try await send(1, Array(text.utf8)) }

    /// One frame, masked as a client must (RFC 6455 §5.3).
    func send(_ opcode: UInt8, _ payload: [UInt8]) async throws {
        let mask: [UInt8] = [1, 2, 3, 4]
        var bytes: [UInt8] = [0x80 | opcode]
        if payload.count < 126 {
            bytes.append(0x80 | UInt8(payload.count))
        } else if payload.count < 65_536 {
            bytes += [0xfe, UInt8(payload.count >> 8), UInt8(payload.count & 0xff)]
        } else {
            bytes += [0xff] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
        }
        try await outbound.write(
            ByteBuffer(bytes: bytes + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] }))
    }

    private func readHead() async throws {
        while true {
            let text = String(buffer: buffer)
            if let end = text.firstRange(of: "\r\n\r\n") {
                head = String(text[..<end.lowerBound])
                buffer.moveReaderIndex(forwardBy: text[..<end.upperBound].utf8.count)
                return
            }
            try await fill()
        }
    }

    private func number(_ count: Int) async throws -> Int {
        try await read(count).reduce(0) { $0 << 8 | Int($1) }
    }

    private func read(_ count: Int) async throws -> [UInt8] {
        while buffer.readableBytes < count { try await fill() }
        return buffer.readBytes(length: count) ?? []
    }

    private func fill() async throws {
        guard var more = try await inbound.next() else { throw Ended() }
        buffer.writeBuffer(&more)
    }
}
