import Foundation
import Glibc
import Synchronization

/// A web server on an ephemeral port of the loopback, which answers as a test tells it to. It lives as long as the test.
final class LocalServer: Sendable {
    struct Request: Sendable {
        var line: String
        var head: String
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Reply: Sendable {
        var status = 200
        /// Milliseconds to wait before each of the chunks.
        var delay = 0
        var chunks: [[UInt8]]
        /// Close in the middle: promise more than is sent.
        var breaksOff = false
        /// More lines of the head.
        var fields: [String] = []
        /// The last chunk is sent again and again, until nobody reads.
        var neverEnds = false

        static func json(_ text: String, status: Int = 200, delay: Int = 0) -> Reply {
            Reply(status: status, delay: delay, chunks: [Array(text.utf8)])
        }
    }

    let port: UInt16
    private let listener: Int32
    private let seen = Mutex<[Request]>([])
    private let answer: @Sendable (Request) -> Reply

    var url: String { "http://127.0.0.1:\(port)/v1" }
    var requests: [Request] { seen.withLock { $0 } }

    init(_ answer: @escaping @Sendable (Request) -> Reply) throws {
        self.answer = answer
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = listener
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                Thread.detachNewThread { [weak self] in
                    self?.serve(connection)
                    close(connection)
                }
            }
        }
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// One request per connection.
    private func serve(_ connection: Int32) {
        guard let request = read(connection) else { return }
        seen.withLock { $0.append(request) }
        let reply = answer(request)
        let size = reply.chunks.reduce(0) { $0 + $1.count } + (reply.breaksOff ? 1000 : 0)
        var head = ["HTTP/1.1 \(reply.status) X", "Connection: close"] + reply.fields
        if !reply.neverEnds { head.append("Content-Length: \(size)") }
        write(connection, Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8))
        for chunk in reply.chunks {
            if reply.delay > 0 { usleep(UInt32(reply.delay) * 1000) }
            write(connection, chunk)
        }
        while reply.neverEnds, let last = reply.chunks.last, write(connection, last) {}
    }

    @discardableResult private func write(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
        send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let end = Self.endOfHead(bytes) {
                let head = String(decoding: bytes[..<end], as: UTF8.self)
                let length =
                    head.lowercased().split(separator: "content-length: ").dropFirst().first
                    .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
                if bytes.count >= end + 4 + length {
                    let line = head.split(separator: "\r\n").first.map(String.init) ?? ""
                    return Request(line: line, head: head, body: Array(bytes[(end + 4)...]))
                }
            }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        let mark = Array("\r\n\r\n".utf8)
        return bytes.indices.first { bytes[$0...].starts(with: mark) }
    }
}
