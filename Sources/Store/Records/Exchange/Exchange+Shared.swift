import Redis

extension Exchange {
    /// Of several processes: what is live is in Redis, when there is an address, and what lasts is in the database.
    ///
    /// Without Redis the processes share the database alone: each writes the logs of its own sessions, and holdings keep
    /// them from taking the same session. Without a database, what is trimmed in Redis is gone.
    ///
    /// - Parameter redis: An address such as `redis://host:6379`. Nobody is connected to yet.
    /// - Throws: `cannotOpen` for what is no address.
    package static func shared(
        database: Database?, redis: String?, process: SharedProcess
    ) throws(StoreError) -> Exchange {
        guard let redis else {
            guard let database else { return inProcess(clock: process.clock) }
            return inProcess(
                database: database, holdings: SQLHoldings(database), clock: process.clock, logger: process.logger)
        }
        do throws(RedisError) {
            let (client, wakeUps) = (try RedisClient(url: redis), try WakeUps(url: redis))
            return over(client, wakeUps, database, process)
        } catch {
            throw StoreError(error, about: "Redis")
        }
    }

    private static func over(
        _ client: RedisClient, _ wakeUps: WakeUps, _ database: Database?, _ process: SharedProcess
    ) -> Exchange {
        let held = HeldSessions()
        let archive = database.map { EventArchive($0, logger: process.logger) }
        let directory = MemorySessionDirectory()
        let live = RedisEventLog(client, wakeUps: wakeUps, held: held, process: process) { event in
            if let archive { archive.take(event) } else { directory.note(event) }
        }
        return Exchange(
            log: archive.map { ArchivedEventLog(live, archive: $0) } ?? live,
            bus: RedisCommandBus(client, wakeUps: wakeUps, clock: process.clock),
            holdings: RedisHoldings(client, held: held, lifetime: process.lifetime) { session in
                await database?.controlEpoch(of: session) ?? 0
            },
            directory: database.map { SQLSessionDirectory($0) } ?? directory,
            controls: database.map { SQLControlStore($0, clock: process.clock) } ?? MemoryControlStore(),
            attendance: RedisAttendanceBoard(client), workers: RedisWorkerRegistry(client),
            upkeep: Upkeep(archive: archive, live: live, wakeUps: wakeUps, clock: process.clock))
    }
}
