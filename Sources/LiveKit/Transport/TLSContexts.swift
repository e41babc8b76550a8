import NIOCore
import NIOSSL
import Synchronization

/// One TLS context per trust, because reading the system's authorities takes milliseconds.
enum TLSContexts {
    private static let contexts = Mutex<[TLSTrust: NIOSSLContext]>([:])

    /// The client's half of TLS with `host`, a name or an address, whose certificate has to be made out to it.
    static func clientHandler(for host: String, trusting trust: TLSTrust) throws -> NIOSSLClientHandler {
        // An address is no name to ask for (RFC 6066, section 3); it is compared with that of the socket.
        let isAddress = (try? SocketAddress(ipAddress: host, port: 0)) != nil
        return try NIOSSLClientHandler(context: context(trusting: trust), serverHostname: isAddress ? nil : host)
    }

    private static func context(trusting trust: TLSTrust) throws -> NIOSSLContext {
        try contexts.withLock { contexts in
            if let context = contexts[trust] { return context }
            var configuration = TLSConfiguration.makeClientConfiguration()
            if case .file(let path) = trust { configuration.trustRoots = .file(path) }
            configuration.minimumTLSVersion = .tlsv12
            let context = try NIOSSLContext(configuration: configuration)
            contexts[trust] = context
            return context
        }
    }
}
