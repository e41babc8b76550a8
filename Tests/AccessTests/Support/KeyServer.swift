import Foundation
import Glibc
import Synchronization

/// An HTTP server on loopback that gives every request the same answer, and counts.
final class KeyServer: Sendable {
    let port: Int
    private let socket: Int32
    private let counter = Mutex(0)

    /// - Parameter status: such as `200 OK`.
    init(_ status: String, _ body: String) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let size = length
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, size) == 0 && listen(socket, 16) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard isOpen else { throw CocoaError(.fileNoSuchFile) }
        self.socket = socket
        port = Int(UInt16(bigEndian: address.sin_port))
        let answer = "HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
        Thread { [weak self] in Self.serve(socket, Array(answer.utf8)) { self?.counter.withLock { $0 += 1 } } }.start()
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    var count: Int { counter.withLock { $0 } }

    private static func serve(_ socket: Int32, _ answer: [UInt8], noting: () -> Void) {
        var request = [UInt8](repeating: 0, count: 4096)
        while true {
            let connection = accept(socket, nil, nil)
            guard connection >= 0 else { break }
            noting()
            _ = read(connection, &request, request.count)
            var sent = 0
            while sent < answer.count {
                let rest = Array(answer[sent...])
                let count = send(connection, rest, rest.count, Int32(MSG_NOSIGNAL))
                guard count > 0 else { break }
                sent += count
            }
            close(connection)
        }
        close(socket)
    }
}
