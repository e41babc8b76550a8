import Foundation
import Synchronization

/// What the thread of a subscriber does, until it is closed.
final class SubscribedLine: Sendable {
    let isClosed = Atomic(false)
    private let channels: [String]
    /// How long the server may say nothing, and then not answer.
    private let timeout: Duration
    private let handler: @Sendable (RedisSubscriber.Signal) -> Void

    init(channels: [String], timeout: Duration, handler: @escaping @Sendable (RedisSubscriber.Signal) -> Void) {
        self.channels = channels
        self.timeout = timeout
        self.handler = handler
    }

    /// Connects, hears, and connects again.
    func work(_ connection: RedisConnection) {
        var pause = 0.05
        while isOpen {
            do throws(RedisError) {
                try connection.subscribe(to: channels)
                handler(.listening)
                pause = 0.05
                try listen(connection)
            } catch {
                handler(.lost)
                Thread.sleep(forTimeInterval: pause)
                pause = min(pause * 2, 1)
            }
        }
    }

    private var isOpen: Bool { !isClosed.load(ordering: .relaxed) }

    /// Hears until it is closed; throws when the connection is lost.
    private func listen(_ connection: RedisConnection) throws(RedisError) {
        var heard = ContinuousClock.now
        var isAsked = false
        while isOpen {
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
