import Conversation
import Document

/// A response as it came over the wire.
struct Answer {
    let status: Int
    let headers: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The body as JSON; `null` when it is none.
    var json: JSON { (try? JSON(parsing: text)) ?? .null }

    /// Reads the answer of a connection that closes after it.
    init(parsing bytes: [UInt8]) {
        let mark = Array("\r\n\r\n".utf8)
        let end = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? bytes.endIndex
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        status = lines.first.flatMap { Int($0.split(separator: " ").dropFirst().first ?? "") } ?? 0
        headers = Dictionary(
            lines.dropFirst().map { line in
                let parts = line.split(separator: ":", maxSplits: 1)
                return (parts[0].lowercased(), String((parts.last ?? "").drop { $0 == " " }))
            }, uniquingKeysWith: { first, _ in first })
        body = Array(bytes[end...].dropFirst(mark.count))
    }
}

extension RunningServer {
    /// One request on a connection of its own. A body is declared as JSON unless `headers` say otherwise, and its length
    /// is told unless they name a transfer coding: then it is sent as it stands.
    func request(
        _ method: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:]
    ) async throws -> Answer {
        var fields = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
        if let body {
            fields["Content-Type"] = "application/json"
            if headers["Transfer-Encoding"] == nil { fields["Content-Length"] = String(body.utf8.count) }
        }
        fields.merge(headers) { _, new in new }
        let head = fields.map { "\($0): \($1)\r\n" }.joined()
        return try await RawConnection.with(port) { connection in
            try await connection.send("\(method) \(path) HTTP/1.1\r\n\(head)\r\n\(body ?? "")")
            return Answer(parsing: try await connection.readAll())
        }
    }

    func post(_ path: String, _ body: JSON) async throws -> Answer {
        try await request("POST", path, body.text)
    }
}
