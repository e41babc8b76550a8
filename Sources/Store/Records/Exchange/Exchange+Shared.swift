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
            return sharing(database, process)
        }
        do throws(RedisError) {
            let (client, wakeUps) = (try RedisClient(url: redis), try WakeUps(url: redis, process: process.name))
            return over(client, wakeUps, database, process)
        } catch {
            throw StoreError(error, about: "Redis")
        }
    }

    private static func over(
        _ client: RedisClient, _ wakeUps: WakeUps, _ database: Database?, _ process: SharedProcess
    ) -> Exchange {
        let (held, lifelines) = (HeldSessions(), Lifelines(client, wakeUps: wakeUps))
        let archive = database.map { EventArchive($0, logger: process.logger) }
        let (kept, remembered) = (MemorySessionDirectory(), database.map { remembering($0, client, wakeUps) })
        let live = RedisEventLog(client, wakeUps: wakeUps, held: held, process: process) { [weak remembered] event in
            if let archive { archive.take(event) } else { kept.note(event) }
            remembered?.note(event)
        }
        let log: any EventLog = archive.map { ArchivedEventLog(live, archive: $0) } ?? live
        remembered?.follow(log)
        return Exchange(
            log: log, bus: RedisCommandBus(client, wakeUps: wakeUps, clock: process.clock),
            holdings: RedisHoldings(
                client, held: held, lifelines: lifelines, own: process.name, lifetime: process.lifetime
            ) { session in
                await database?.controlEpoch(of: session) ?? 0
            },
            directory: remembered ?? kept,
            controls: database.map { SQLControlStore($0, clock: process.clock) } ?? MemoryControlStore(),
            attendance: RedisAttendanceBoard(client), workers: RedisWorkerRegistry(client, lifelines: lifelines),
            upkeep: Upkeep(archive: archive, live: live, wakeUps: wakeUps, clock: process.clock))
    }

    /// The directory of a database, and what is heard of it.
    private static func remembering(
        _ database: Database, _ client: RedisClient, _ wakeUps: WakeUps
    ) -> RememberedDirectory {
        let directory = RememberedDirectory(SQLSessionDirectory(database), lifetime: .seconds(30)) { session in
            _ = try? await client.command(["PUBLISH", RedisKeys.channel, "d \(session)"])
        }
        wakeUps.listen { [weak directory] in directory?.hear($0) }
        return directory
    }
}
