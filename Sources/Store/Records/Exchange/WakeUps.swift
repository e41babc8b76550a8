import Redis
import Synchronization

/// What is said on the channel that all processes share, by session: that it has new events, new commands, or
/// another entry in the directory.
///
/// It may be lost: whoever waits for it looks by itself each second, too.
final class WakeUps: Sendable {
    enum Signal: Hashable, Sendable {
        /// This event is the newest.
        case events(String, last: Int)
        case commands(String)
        /// Its entry in the directory has changed without an event.
        case entry(String)
        /// Something may have been said that was not heard.
        case deaf
        case hearing
    }

    private let listeners = Mutex<[@Sendable (Signal) -> Void]>([])
    private let subscriber = Mutex<RedisSubscriber?>(nil)

    /// Throws `invalidAddress`.
    /// - Parameter process: The one that listens, for `Lifelines` of others.
    init(url: String, process: String? = nil) throws(RedisError) {
        let lifeline = process.map(RedisKeys.lifeline(of:))
        let subscriber = try RedisSubscriber(url: url, channel: RedisKeys.channel, lifeline: lifeline) {
            [weak self] signal in
            guard let signal = Signal(signal) else { return }
            for listener in self?.listeners.withLock(\.self) ?? [] { listener(signal) }
        }
        self.subscriber.withLock { $0 = subscriber }
    }

    /// Called on the thread that hears; returns at once.
    func listen(_ listener: @escaping @Sendable (Signal) -> Void) {
        listeners.withLock { $0.append(listener) }
    }

    func close() {
        subscriber.withLock { $0?.close() }
    }
}

extension WakeUps.Signal {
    init?(_ signal: RedisSubscriber.Signal) {
        switch signal {
        case .listening: self = .hearing
        case .lost: self = .deaf
        case .message(let text):
            guard let text else { return nil }
            // A session's id comes from outside and may hold spaces; a number never does.
            if text.hasPrefix("c ") {
                self = .commands(String(text.dropFirst(2)))
            } else if text.hasPrefix("d ") {
                self = .entry(String(text.dropFirst(2)))
            } else if text.hasPrefix("e "), let end = text.lastIndex(of: " "), let last = Int(text[end...].dropFirst())
            {
                self = .events(String(text[..<end].dropFirst(2)), last: last)
            } else {
                return nil
            }
        }
    }
}
