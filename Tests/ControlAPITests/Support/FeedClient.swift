import Conversation
import Document

/// A WebSocket client by hand: what it receives is exactly what was on the wire.
final class FeedClient {
    enum Message: Hashable {
        case text(String)
        case ping
        case pong([UInt8])
        case close(code: Int, reason: String)
        case end
    }

    private let connection: RawConnection

    private init(_ connection: RawConnection) {
        self.connection = connection
    }

    /// Opens a feed; throws the response when the server does not switch protocols.
    @discardableResult
    static func with<Result>(
        _ server: RunningServer, _ opening: FeedOpening, body: (FeedClient) async throws -> Result
    ) async throws -> Result {
        try await with(port: server.port, opening, body: body)
    }

    @discardableResult
    static func with<Result>(
        port: Int, _ opening: FeedOpening, body: (FeedClient) async throws -> Result
    ) async throws -> Result {
        try await RawConnection.with(port, receiveBuffer: opening.receiveBuffer) { connection in
            try await connection.send(handshake(port, opening))
            let head = try await connection.readHead()
            guard head.hasPrefix("HTTP/1.1 101") else {
                throw Refused(status: head.split(separator: " ")[1].description)
            }
            return try await body(FeedClient(connection))
        }
    }

    /// The request that opens a feed.
    static func handshake(_ port: Int, _ opening: FeedOpening) -> String {
        let fields = [
            "GET \(opening.path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Upgrade: websocket", "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13",
        ]
        return (fields + (opening.origin.map { ["Origin: \($0)"] } ?? [])).map { $0 + "\r\n" }.joined() + "\r\n"
    }

    struct Refused: Error, Hashable {
        let status: String
    }

    /// The next message of any kind.
    func next() async throws -> Message {
        guard let head = try? await connection.read(2) else { return .end }
        var length = Int(head[1] & 0x7f)
        if length == 126 { length = try await number(2) } else if length == 127 { length = try await number(8) }
        let payload = try await connection.read(length)
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

    /// The next frame of document 004 that is no heartbeat.
    func frame() async throws -> JSON {
        while true {
            switch try await next() {
            case .text(let text):
                let frame = try JSON(parsing: text)
                if frame["type"] != "heartbeat" { return frame }
            case .ping, .pong: continue
            case .close, .end: throw RawConnection.Ended()
            }
        }
    }

    /// Waits for a ping.
    func ping() async throws {
        while true {
            switch try await next() {
            case .ping: return
            case .text, .pong: continue
            case .close, .end: throw RawConnection.Ended()
            }
        }
    }

    /// What the feed is closed with, after everything that was on its way.
    func closing() async throws -> Message {
        while true {
            let message = try await next()
            if case .close = message { return message }
            if message == .end { return .end }
        }
    }

    func send(_ opcode: UInt8, _ payload: [UInt8], final: Bool = true) async throws {
        try await connection.send(Self.bytes(opcode, payload, final: final))
    }

    /// One frame, masked as a client must (RFC 6455, section 5.3).
    static func bytes(_ opcode: UInt8, _ payload: [UInt8], final: Bool = true) -> [UInt8] {
        let mask: [UInt8] = [1, 2, 3, 4]
        var bytes: [UInt8] = [(final ? 0x80 : 0) | opcode]
        if payload.count < 126 {
            bytes.append(0x80 | UInt8(payload.count))
        } else if payload.count < 65_536 {
            bytes += [0xfe, UInt8(payload.count >> 8), UInt8(payload.count & 0xff)]
        } else {
            bytes += [0xff] + (0..<8).reversed().map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
        }
        return bytes + mask + payload.enumerated().map { $1 ^ mask[$0 % 4] }
    }

    func send(_ text: String) async throws {
        try await send(1, Array(text.utf8))
    }

    private func number(_ count: Int) async throws -> Int {
        try await connection.read(count).reduce(0) { $0 << 8 | Int($1) }
    }
}
