package import FoundationEssentials
package import Logging
package import Store
package import Supervision

/// The desk of one live session: runs its `SessionControl`, takes its commands from the bus, and has effects carried out.
package actor ControlDesk {
    /// The control as it is now.
    package private(set) var control = SessionControl()

    private let host: ConversationHost
    private let exchange: Exchange
    private let process: String
    private let stage: any ControlStage
    private let clock: @Sendable () -> Date
    private let logger: Logger
    private let inbox: AsyncStream<SessionControl.Event>
    private let post: AsyncStream<SessionControl.Event>.Continuation

    /// - Parameters:
    ///   - process: The name of this process, unique among all that share the exchange.
    ///   - stage: Where the session is heard and spoken; held until the desk's work is over.
    package init(
        _ host: ConversationHost, exchange: Exchange, process: String, stage: any ControlStage,
        clock: @escaping @Sendable () -> Date, logger: Logger
    ) {
        self.host = host
        self.exchange = exchange
        self.process = process
        self.stage = stage
        self.clock = clock
        self.logger = logger
        (inbox, post) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1024))
    }

    /// Tells what happened; in the order told, and without waiting.
    package nonisolated func tell(_ event: SessionControl.Event) {
        post.yield(event)
    }

    /// Holds the session and works until it is over.
    ///
    /// Throws `HostError.elsewhere` when another process holds the session, or has taken it over.
    package func run() async throws(HostError) {
        for await event in inbox {
            for effect in control.handle(event, now: clock()) { await stage.perform(effect) }
            if case .ended = event { break }
        }
    }
}
