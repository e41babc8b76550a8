import Glibc
import Threads

/// What the names of hosts mean, asked on threads of their own.
package final class Resolver: Sendable {
    private let threads = ServiceThreads<Void>(name: "resolver", threads: 2, capacity: 64, patience: .seconds(10)) {}

    package init() {}

    /// The IP addresses of a host, as text; none for a name that means nothing.
    func addresses(of host: String) async -> [String] {
        (try? await threads.run { _ in Self.lookUp(host) }) ?? []
    }

    private static func lookUp(_ host: String) -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var found: [String] = []
        var next = first
        while let entry = next {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let entryInfo = entry.pointee
            if getnameinfo(
                entryInfo.ai_addr, entryInfo.ai_addrlen, &text, socklen_t(text.count), nil, 0, NI_NUMERICHOST) == 0
            {
                found.append(String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
            }
            next = entryInfo.ai_next
        }
        return found
    }
}
