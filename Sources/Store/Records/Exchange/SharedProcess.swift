import FoundationEssentials
import Logging

/// A process among those that share an exchange.
struct SharedProcess: Sendable {
    let name: String
    let journal: OutageJournal?
    let clock: @Sendable () -> Date
    let logger: Logger
}
