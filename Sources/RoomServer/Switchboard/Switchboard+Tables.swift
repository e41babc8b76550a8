// How much is remembered, for tests: everything belongs to somebody, and goes with him.
extension Switchboard {
    package var tableSizes: [String: Int] {
        [
            "rooms": rooms.count, "guests": guests.count, "connections": guestByConnection.count,
            "workers": workers.count, "jobs": jobs.count, "sources": legBySource.count, "names": legByName.count,
            "outbox": outbox.count,
        ]
    }
}
