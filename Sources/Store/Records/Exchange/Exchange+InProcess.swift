package import FoundationEssentials
import Logging

extension Exchange {
    /// Of one process: what is live is in its memory, and what lasts is in the database, when there is one.
    package static func inProcess(
        database: Database? = nil, clock: @escaping @Sendable () -> Date = { Date() }
    ) -> Exchange {
        let holdings = MemoryHoldings()
        if let database {
            return inProcess(database: database, holdings: holdings, clock: clock, logger: Logger(label: "exchange"))
        }
        let directory = MemorySessionDirectory()
        return Exchange(
            log: MemoryEventLog { directory.note($0) }, bus: MemoryCommandBus(holdings: holdings, clock: clock),
            holdings: holdings, directory: directory)
    }

    static func inProcess(
        database: Database, holdings: any SessionHoldings, clock: @escaping @Sendable () -> Date, logger: Logger
    ) -> Exchange {
        let archive = EventArchive(database, logger: logger)
        return Exchange(
            log: ArchivedEventLog(MemoryEventLog { archive.take($0) }, archive: archive),
            bus: MemoryCommandBus(holdings: holdings, clock: clock), holdings: holdings,
            directory: SQLSessionDirectory(database), controls: SQLControlStore(database, clock: clock),
            upkeep: Upkeep(archive: archive, clock: clock))
    }
}
