import Glibc
package import NIOCore
import NIOPosix
package import Wire

/// The addresses of host names, from the system's name service.
package enum NameService {
    /// A name that a peer wrote may be anything; more addresses than this it does not get.
    private static let limit = 8
    /// Threads of its own: a name service that hangs must not hold up other work.
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 2)
        pool.start()
        return pool
    }()

    /// The addresses of `host`, IPv4 first; none when it is unknown, no name at all, or not found out in time. Never fails.
    package static func addresses(
        of host: String, on loop: any EventLoop, within limit: Duration = .seconds(5)
    ) -> EventLoopFuture<[IPAddress]> {
        addresses(of: host, on: loop, within: limit, asking: lookUp)
    }

    /// - Parameter ask: blocks until it knows.
    package static func addresses(
        of host: String, on loop: any EventLoop, within limit: Duration,
        asking ask: @escaping @Sendable (String) -> [IPAddress]
    ) -> EventLoopFuture<[IPAddress]> {
        if let literal = IPAddress(host) { return loop.makeSucceededFuture([literal]) }
        guard isName(host) else { return loop.makeSucceededFuture([]) }
        let answer = loop.makePromise(of: [IPAddress].self)
        let deadline = loop.scheduleTask(in: TimeAmount(limit)) { answer.succeed([]) }
        threads.runIfActive(eventLoop: loop) { ask(host) }.whenComplete { result in
            deadline.cancel()
            answer.succeed((try? result.get()) ?? [])
        }
        return answer.futureResult
    }

    /// Letters, digits, hyphens, underscores and dots (RFC 1123, section 2.1), at most 253 of them.
    private static func isName(_ host: String) -> Bool {
        (1...253).contains(host.utf8.count)
            && host.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    @Sendable
    private static func lookUp(_ host: String) -> [IPAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
        var head: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &head) == 0 else { return [] }
        defer { freeaddrinfo(head) }
        var addresses: [IPAddress] = []
        var next = head
        while let entry = next?.pointee {
            let raw = UnsafeRawBufferPointer(start: entry.ai_addr, count: Int(entry.ai_addrlen))
            if let ip = TransportAddress(socketAddress: raw)?.ip, !addresses.contains(ip) { addresses.append(ip) }
            next = entry.ai_next
        }
        return Array((addresses.filter { !$0.isIPv6 } + addresses.filter(\.isIPv6)).prefix(limit))
    }
}
