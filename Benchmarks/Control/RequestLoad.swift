import Foundation
import Glibc
import Synchronization
import Timing

/// Requests for one address, from connections that stay open and wait for each answer.
struct RequestLoad: Sendable {
    let path: String
    let askers: Int
    let span: Duration

    /// The body of one answer, which must be a success.
    func answer(from port: Int) throws -> [UInt8] {
        let asker = try Asker(port: port, path: path)
        return try asker.ask()
    }

    /// Asks for as long as it should: answers a second, and how many.
    func run(_ port: Int) throws -> (rate: Double, count: Int) {
        let answers = Atomic<Int>(0)
        let failures = Atomic<Int>(0)
        let began = Instant.monotonic()
        let end = began + span
        DispatchQueue.concurrentPerform(iterations: askers) { _ in
            do {
                let asker = try Asker(port: port, path: path)
                while Instant.monotonic() < end {
                    _ = try asker.ask()
                    answers.add(1, ordering: .relaxed)
                }
            } catch {
                failures.add(1, ordering: .relaxed)
            }
        }
        guard failures.load(ordering: .relaxed) == 0 else { throw BenchFailure("requests were not answered") }
        let count = answers.load(ordering: .relaxed)
        return (Double(count) / (Instant.monotonic() - began).inSeconds, count)
    }
}

/// One connection.
private final class Asker {
    private let socket: Int32
    private let request: [UInt8]
    private var buffer = [UInt8](repeating: 0, count: 65_536)

    init(port: Int, path: String) throws {
        request = Array("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n".utf8)
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(truncatingIfNeeded: port)).bigEndian
        address.sin_addr.s_addr = in_addr_t(INADDR_LOOPBACK).bigEndian
        let descriptor = socket
        let isConnected = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw BenchFailure("nobody listens at port \(port)") }
        var yes: Int32 = 1
        unsafe setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
    }

    deinit { close(socket) }

    /// Sends the request and reads its answer; the body.
    func ask() throws -> [UInt8] {
        guard unsafe write(socket, request, request.count) == request.count else {
            throw BenchFailure("the line is cut")
        }
        var answer: [UInt8] = []
        while true {
            let count = unsafe read(socket, &buffer, buffer.count)
            guard count > 0 else { throw BenchFailure("the line is cut") }
            answer += buffer[..<count]
            if let body = try body(of: answer) { return body }
        }
    }

    /// The body, once it is there to its end. Read byte by byte: what the load costs is taken from what it measures.
    private func body(of answer: [UInt8]) throws -> [UInt8]? {
        guard let end = Self.place(of: Self.blank, in: answer) else { return nil }
        guard answer.starts(with: Self.success) else {
            throw BenchFailure(String(decoding: answer.prefix(60), as: UTF8.self))
        }
        let field = Self.place(of: Self.length, in: answer) ?? Self.place(of: Self.wideLength, in: answer)
        guard let field, field < end else {
            throw BenchFailure("an answer without length")
        }
        var length = 0
        for digit in answer[(field + Self.length.count)...].prefix(while: { (48...57).contains($0) }) {
            length = length * 10 + Int(digit - 48)
        }
        let start = end + Self.blank.count
        return answer.count >= start + length ? Array(answer[start...]) : nil
    }

    private static let success = Array("HTTP/1.1 200".utf8)
    private static let blank = Array("\r\n\r\n".utf8)
    /// Without the letter that some write large.
    private static let length = Array("ontent-length: ".utf8)
    private static let wideLength = Array("ontent-Length: ".utf8)

    private static func place(of words: [UInt8], in answer: [UInt8]) -> Int? {
        guard answer.count >= words.count else { return nil }
        return (0...(answer.count - words.count)).first { place in
            answer[place] == words[0] && answer[place..<(place + words.count)].elementsEqual(words)
        }
    }
}
