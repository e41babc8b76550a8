import Contract
import Timing

/// The slots of a worker: which are free, promised or taken.
///
/// At most `capacity` jobs are in it, and the last 64 that are done, so nothing here grows without bound.
struct JobLedger: Sendable {
    private static let remembered = 64

    /// What a slot is held for.
    enum Slot: Hashable, Sendable {
        /// `available` was said; the assignment is expected until then.
        case reserved(until: Instant)
        case running
    }

    let capacity: Int
    private var slots: [String: Slot] = [:]
    /// The room of each running job.
    private var rooms: [String: Livekit_Room] = [:]
    /// Jobs that succeeded, oldest first.
    private var done: [String] = []

    init(capacity: Int) {
        self.capacity = max(0, capacity)
    }

    var isFull: Bool { slots.count >= capacity }

    var isEmpty: Bool { slots.isEmpty }

    /// Jobs that were assigned and have not ended, in a stable order.
    var running: [String] { slots.filter { $0.value == .running }.keys.sorted() }

    /// When the next reservation lapses.
    var timeout: Instant? {
        slots.values.compactMap { slot in
            if case .reserved(let until) = slot { until } else { nil }
        }.min()
    }

    subscript(job: String) -> Slot? { slots[job] }

    /// Holds a slot for an offered job; `false` when there is none, or when the job runs already.
    mutating func reserve(_ job: String, until: Instant) -> Bool {
        switch slots[job] {
        case .running: return false
        case .none where isFull: return false
        case .reserved, .none:
            slots[job] = .reserved(until: until)
            return true
        }
    }

    /// Turns the reservation into a running job; without one, a free slot is taken. `false` when there is none.
    mutating func assign(_ job: String, in room: Livekit_Room) -> Bool {
        switch slots[job] {
        case .running: return false
        case .none where isFull: return false
        case .reserved, .none:
            slots[job] = .running
            rooms[job] = room
            return true
        }
    }

    /// Frees the slot; `false` when the job held none.
    mutating func release(_ job: String) -> Bool {
        rooms[job] = nil
        return slots.removeValue(forKey: job) != nil
    }

    /// The job shall not be run again.
    mutating func finish(_ job: String) {
        if done.count == Self.remembered { done.removeFirst() }
        done.append(job)
    }

    /// Whether somebody would run the job a second time.
    func knows(_ job: String) -> Bool {
        slots[job] == .running || done.contains(job)
    }

    /// Whether a job runs in a room of this name that was made before this one: the server lost its rooms, and that job
    /// comes back to this one by itself.
    func serves(former room: Livekit_Room) -> Bool {
        !room.name.isEmpty && rooms.values.contains { $0.name == room.name && $0.sid != room.sid }
    }

    /// Frees the slots whose assignment did not come in time.
    mutating func expire(now: Instant) {
        slots = slots.filter { _, slot in
            if case .reserved(let until) = slot { until > now } else { true }
        }
    }

    /// Frees every slot that was only promised: the promises were made on a connection that is gone.
    mutating func forgetReservations() {
        slots = slots.filter { $0.value == .running }
    }
}
