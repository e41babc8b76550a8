package import FoundationEssentials

extension Exchange {
    /// Of one process: what is live is in its memory, and what lasts is in the database, when there is one.
    package static func inProcess(
        database: Database? = nil, clock: @escaping @Sendable () -> Date = { Date() }
    ) -> Exchange {
        let holdings = MemoryHoldings()
        let bus = MemoryCommandBus(holdings: holdings, clock: clock)
        guard let database else {
            let directory = MemorySessionDirectory()
            return Exchange(
                log: MemoryEventLog { directory.note($0) }, bus: bus, holdings: holdings, directory: directory)
        }
        let archive = EventArchive(database)
        return Exchange(
            log: ArchivedEventLog(MemoryEventLog { archive.take($0) }, archive: archive), bus: bus,
            holdings: holdings, directory: SQLSessionDirectory(database),
            controls: SQLControlStore(database, clock: clock), upkeep: Upkeep(archive: archive, clock: clock))
    }
}
