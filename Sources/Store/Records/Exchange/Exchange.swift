import FoundationEssentials

/// What processes tell each other about live sessions.
package struct Exchange: Sendable {
    package let log: any EventLog
    package let bus: any CommandBus
    package let holdings: any SessionHoldings
    package let directory: any SessionDirectory
    package let controls: any ControlStore
    package let presence: any PresenceBoard
    package let workers: any WorkerRegistry
    /// To be run beside, once in a process.
    package let upkeep: Upkeep

    package init(
        log: any EventLog, bus: any CommandBus, holdings: any SessionHoldings, directory: any SessionDirectory,
        controls: any ControlStore = MemoryControlStore(),
        presence: any PresenceBoard = MemoryPresenceBoard(), workers: any WorkerRegistry = MemoryWorkerRegistry(),
        upkeep: Upkeep = Upkeep { Date() }
    ) {
        self.log = log
        self.bus = bus
        self.holdings = holdings
        self.directory = directory
        self.controls = controls
        self.presence = presence
        self.workers = workers
        self.upkeep = upkeep
    }
}
