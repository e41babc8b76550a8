import NIOSSL
import Synchronization

/// One TLS context per trust, because reading the system's authorities takes milliseconds.
enum TLSContexts {
    private static let contexts = Mutex<[TLSTrust: NIOSSLContext]>([:])

    static func context(trusting trust: TLSTrust) throws -> NIOSSLContext {
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
