import Foundation
import Synchronization

/// Listens on one channel, with a connection and a thread of its own that last until it is closed.
///
/// A connection that is lost, or says nothing to a question for two seconds, is made anew; what is published meanwhile is
/// never heard. The handler is told of both, on the thread, in order; it returns at once.
package final class RedisSubscriber: Sendable {
    package enum Signal: Hashable, Sendable {
        /// From now on everything that is published is heard.
        case listening
        /// What somebody published; no text when it is no UTF-8.
        case message(String?)
        /// The connection is gone, or could not be made.
        case lost
    }

    private let line: SubscribedLine

    /// Begins at once. Throws `invalidAddress`, whose words do not repeat the address.
    ///
    /// - Parameter lifeline: A channel of this listener alone, on which nobody speaks: that somebody listens there
    ///   (`PUBSUB NUMSUB`) says that the process is there.
    package init(
        url: String, channel: String, lifeline: String? = nil, timeout: Duration = .seconds(2),
        handler: @escaping @Sendable (Signal) -> Void
    ) throws(RedisError) {
        let address = try RedisAddress(url)
        let line = SubscribedLine(
            channels: [channel] + (lifeline.map { [$0] } ?? []), timeout: timeout, handler: handler)
        self.line = line
        let thread = Thread { line.work(RedisConnection(to: address, timeout: timeout)) }
        thread.name = "redis-subscriber"
        thread.start()
    }

    deinit { close() }

    /// Ends the thread, within a quarter of a second.
    package func close() {
        line.isClosed.store(true, ordering: .relaxed)
    }
}
