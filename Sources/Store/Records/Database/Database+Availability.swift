package import Conversation
package import FoundationEssentials
import SQL

extension Database {
    /// When something can start on a day: within its hours, in the future, and with everybody it takes there and free.
    package func availability(_ query: AvailabilityQuery, now: Date) async throws(StoreError) -> [TimeOfDay] {
        try Input.check(query.subject, "subject", limit: 200)
        return try await reading { [self] transaction in
            var work = try transaction.work(for: query.type, query.subject, driving)
            if let moving = query.moving, let appointment = try transaction.appointment(moving) {
                let own = try transaction.work(of: appointment, driving)
                if own.serviceID == work.serviceID, Set(own.cars).isSubset(of: work.cars) { work = own }
            }
            let times = starts(of: work, on: query.day, now)
            guard !times.isEmpty else { return [] }
            return try transaction.roster(of: query.day, without: query.moving).starts(of: work, among: times)
        }
    }

    /// When work could start on a day if everybody were free: within the hours, and in the future.
    private func starts(of work: Work, on day: Day, _ now: Date) -> [TimeOfDay] {
        let here = LocalTime(now, in: zone)
        guard day >= here.day else { return [] }
        let times = hours.starts(on: day, duration: work.duration)
        return day == here.day ? times.filter { $0 > here.time } : times
    }

    /// The two openings nearest to a time that is taken, on its day or in the two weeks after it.
    ///
    /// Looked up when the booking that came too late has let go of its locks: nobody waits for it.
    func nearest(
        to slot: OpenSlot, without excluded: Int?, _ now: Date,
        for work: @escaping @Sendable (SQLTransaction) throws -> Work
    ) async throws(StoreError) -> [OpenSlot] {
        try await reading { [self] transaction in
            let work = try work(transaction)
            let resources = try transaction.resources()
            var openings = Openings(near: slot)
            for day in (0...14).map({ slot.day.adding(days: $0) }) where !openings.isComplete {
                let times = starts(of: work, on: day, now)
                guard !times.isEmpty else { continue }
                let roster = try transaction.roster(of: day, resources: resources, without: excluded)
                openings.offer(roster.starts(of: work, among: times), on: day)
            }
            return openings.found
        }
    }

    /// Throws `invalid` when work cannot start then, whoever is free.
    func checkHours(_ slot: OpenSlot, _ work: Work, _ now: Date) throws(StoreError) {
        guard slot > OpenSlot(LocalTime(now, in: zone)) else { throw .invalid("time: it is past") }
        guard hours.starts(on: slot.day, duration: work.duration).contains(slot.time) else {
            throw .invalid("time: nothing of \(work.duration) minutes starts then")
        }
    }
}

extension OpenSlot {
    fileprivate init(_ time: LocalTime) { self.init(time.day, time.time) }
}
