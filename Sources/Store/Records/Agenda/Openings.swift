import Conversation

/// The openings nearest to one that was wanted: those of its day first, then those of the days after it; within a day on
/// both sides of the wanted time. In the order in which they come.
struct Openings: Sendable {
    let wanted: OpenSlot
    let limit: Int
    private var nearest: [OpenSlot] = []

    init(near wanted: OpenSlot, limit: Int = 2) {
        self.wanted = wanted
        self.limit = limit
    }

    var isComplete: Bool { nearest.count >= limit }
    var found: [OpenSlot] { nearest.sorted() }

    /// Takes what is free on a day; days come in their order, beginning with the wanted one.
    mutating func offer(_ times: [TimeOfDay], on day: Day) {
        func distance(_ time: TimeOfDay) -> Int { abs(time.minutes - wanted.time.minutes) }
        let nearestFirst = times.sorted { (distance($0), $0) < (distance($1), $1) }
        nearest += nearestFirst.prefix(max(0, limit - nearest.count)).map { OpenSlot(day, $0) }
    }
}
