import Hummingbird
import Logging
import NIOCore

/// What is known of a request before it is read: its name, and where it came from.
struct APIContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The request's name in logs, events, the audit and the answer; empty until `ProblemMiddleware` gives one.
    var mark = ""
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    /// The address of the other end of the connection; empty when the system does not tell.
    var peer: String { channel.remoteAddress?.ipAddress ?? "" }

    /// Whether the request came from this machine.
    var isLocal: Bool {
        let peer = self.peer
        return peer == "::1" || peer.hasPrefix("127.") || peer.hasPrefix("::ffff:127.")
    }

    /// Cuts the connection.
    func hangUp() { channel.close(promise: nil) }
}
