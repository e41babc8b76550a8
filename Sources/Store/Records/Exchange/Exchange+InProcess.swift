package import FoundationEssentials

extension Exchange {
    /// Of one process: what is live is in its memory, and what lasts is in the database, when there is one.
    package static func inProcess(
        database: Database? = nil, clock: @escaping @Sendable () -> Date = { Date() }
    ) -> Exchange {
        let holdings = MemoryHoldings()
        if let database {
            let process = SharedProcess("", clock: clock)
            return over(database, holdings, memory: .seconds(600), process)
        }
        let directory = MemorySessionDirectory()
        return Exchange(
            log: MemoryEventLog { directory.note($0) }, bus: MemoryCommandBus(holdings: holdings, clock: clock),
            holdings: holdings, directory: directory)
    }

    /// Of processes that share a database and nothing else: each writes the logs of its own sessions, and sees what another
    /// one wrote a quarter of a second later.
    static func sharing(_ database: Database, _ process: SharedProcess) -> Exchange {
        over(database, SQLHoldings(database), memory: .milliseconds(250), process)
    }

    private static func over(
        _ database: Database, _ holdings: any SessionHoldings, memory: Duration, _ process: SharedProcess
    ) -> Exchange {
        let archive = EventArchive(database, logger: process.logger)
        let directory = RememberedDirectory(SQLSessionDirectory(database), lifetime: memory)
        let live = MemoryEventLog { [weak directory] event in
            archive.take(event)
            directory?.note(event)
        }
        let log = ArchivedEventLog(live, archive: archive)
        directory.follow(log)
        return Exchange(
            log: log, bus: MemoryCommandBus(holdings: holdings, clock: process.clock), holdings: holdings,
            directory: directory, controls: SQLControlStore(database, clock: process.clock),
            upkeep: Upkeep(archive: archive, clock: process.clock))
    }
}
