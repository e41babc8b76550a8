package import FoundationEssentials
package import Logging

/// A process among those that share an exchange.
package struct SharedProcess: Sendable {
    /// Unique among all processes that share the exchange, and each run has another.
    package var name: String
    /// Where the journal is kept of events that Redis has not taken; `nil` for none.
    package var dataFolder: String?
    package var clock: @Sendable () -> Date
    package var logger: Logger
    /// How long an event may take until Redis counts as away.
    package var patience = Duration.seconds(1)
    /// Seconds a holding lasts in Redis.
    package var lifetime = Holding.lifetime

    package init(
        _ name: String, dataFolder: String? = nil, clock: @escaping @Sendable () -> Date = { Date() },
        logger: Logger = Logger(label: "exchange")
    ) {
        self.name = name
        self.dataFolder = dataFolder
        self.clock = clock
        self.logger = logger
    }

    var journal: OutageJournal? { dataFolder.map { OutageJournal(folder: $0, name: name) } }
}
