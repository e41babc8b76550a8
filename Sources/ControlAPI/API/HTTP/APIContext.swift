import Hummingbird
import Logging
import NIOCore

/// What is known of a request before it is read: where it came from.
struct APIContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection; empty when the system does not tell.
    let peer: String
    /// Cuts the connection.
    let hangUp: @Sendable () -> Void

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        let channel = source.channel
        peer = channel.remoteAddress?.ipAddress ?? ""
        hangUp = { channel.close(promise: nil) }
    }

    /// Whether the request came from this machine.
    var isLocal: Bool { peer == "::1" || peer.hasPrefix("127.") || peer.hasPrefix("::ffff:127.") }
}
