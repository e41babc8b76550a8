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

    private let isClosed: Closing

    /// Whether the thread is to end; held by both.
    private final class Closing: Sendable {
        let isSet = Atomic(false)
    }

    /// Begins at once. Throws `invalidAddress`, whose words do not repeat the address.
    package init(
        url: String, channel: String, timeout: Duration = .seconds(2),
        handler: @escaping @Sendable (Signal) -> Void
    ) throws(RedisError) {
        let address = try RedisAddress(url)
        let closing = Closing()
        isClosed = closing
        let thread = Thread {
            Self.work(RedisConnection(to: address, timeout: timeout), channel, timeout, closing, handler)
        }
        thread.name = "redis-subscriber"
        thread.start()
    }

    deinit { close() }

    /// Ends the thread, within a quarter of a second.
    package func close() {
        isClosed.isSet.store(true, ordering: .relaxed)
    }

    private static func work(
        _ connection: RedisConnection, _ channel: String, _ timeout: Duration, _ closing: Closing,
        _ handler: (Signal) -> Void
    ) {
        var pause = 0.05
        while !closing.isSet.load(ordering: .relaxed) {
            do throws(RedisError) {
                try connection.subscribe(to: channel)
                handler(.listening)
                pause = 0.05
                try listen(connection, timeout, closing, handler)
            } catch {
                handler(.lost)
                Thread.sleep(forTimeInterval: pause)
                pause = min(pause * 2, 1)
            }
        }
    }

    /// Hears until it is closed; throws when the connection is lost.
    private static func listen(
        _ connection: RedisConnection, _ timeout: Duration, _ closing: Closing, _ handler: (Signal) -> Void
    ) throws(RedisError) {
        var heard = ContinuousClock.now
        var isAsked = false
        while !closing.isSet.load(ordering: .relaxed) {
            if let message = try connection.message(within: .milliseconds(250)) {
                (heard, isAsked) = (.now, false)
                // Else the answer to a question.
                if case .array(let parts) = message, parts.first?.text == "message" {
                    handler(.message(parts.last?.text))
                }
            } else if isAsked, .now - heard > timeout * 2 {
                throw .timedOut
            } else if !isAsked, .now - heard > timeout {
                try connection.ask()
                isAsked = true
            }
        }
    }
}
