package import FoundationEssentials

extension Exchange {
    /// Of one process: what is live is in its memory.
    package static func inProcess(
        database: Database? = nil, clock: @escaping @Sendable () -> Date = { Date() }
    ) -> Exchange {
        let holdings = MemoryHoldings()
        let directory = MemorySessionDirectory()
        return Exchange(
            log: MemoryEventLog { directory.note($0) }, bus: MemoryCommandBus(holdings: holdings, clock: clock),
            holdings: holdings, directory: directory)
    }
}
