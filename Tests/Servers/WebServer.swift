import Foundation
import Glibc
import Synchronization

/// A web server on 127.0.0.1 that answers as it is told and remembers what it was asked. One request a connection.
package final class WebServer: Sendable {
    /// A request it was sent.
    package struct Request: Hashable, Sendable {
        /// Such as `POST /hook`.
        package let line: String
        /// By lower-case name.
        package let fields: [String: String]
        package let body: String
    }

    /// What it says.
    package struct Answer: Hashable, Sendable {
        package var status: Int
        package var fields: [String: String] = [:]
        package var body: String

        package init(_ status: Int, body: String = "", fields: [String: String] = [:]) {
            self.status = status
            self.body = body
            self.fields = fields
        }
    }

    package let port: Int
    private let socket: Int32
    private let seen = Mutex<[Request]>([])
    private let answer: @Sendable (Request) -> Answer

    package init(_ answer: @escaping @Sendable (Request) -> Answer = { _ in Answer(204) }) throws {
        (socket, port) = try Loopback.listen(backlog: 128)
        self.answer = answer
        let listening = socket
        Thread.detachNewThread { [weak self] in
            while true {
                let connection = accept(listening, nil, nil)
                guard connection >= 0 else { return }
                self?.serve(connection)
                close(connection)
            }
        }
    }

    deinit {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    package var url: String { "http://127.0.0.1:\(port)" }

    package var requests: [Request] { seen.withLock { $0 } }

    private func serve(_ connection: Int32) {
        guard let request = Self.read(connection) else { return }
        let answer = answer(request)
        // Known before its answer is.
        seen.withLock { $0.append(request) }
        var text =
            "HTTP/1.1 \(answer.status) Said\r\nContent-Length: \(answer.body.utf8.count)\r\nConnection: close\r\n"
        for (name, value) in answer.fields { text += "\(name): \(value)\r\n" }
        text += "\r\n\(answer.body)"
        _ = Array(text.utf8).withUnsafeBytes {
            send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
    }

    private static func read(_ connection: Int32) -> Request? {
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = recv(connection, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            text += chunk.prefix(count)
            if let request = request(in: String(decoding: text, as: UTF8.self)) { return request }
        }
    }

    /// The request, once it is there to its end.
    private static func request(in text: String) -> Request? {
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let name = line.prefix { $0 != ":" }
            fields[name.lowercased()] = String(line.dropFirst(name.count + 1).drop { $0 == " " })
        }
        let body = String(text[end.upperBound...])
        guard body.utf8.count >= fields["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
        let line = lines.first?.split(separator: " ").prefix(2).joined(separator: " ") ?? ""
        return Request(line: line, fields: fields, body: body)
    }
}
