import STUN
package import Timing
import Wire

extension Allocation {
    /// When `handleTimeout` has something to do; `nil` when only an input can change anything.
    package var timeout: Instant? {
        var soonest: Instant?
        for transaction in transactions { soonest = earlier(soonest, transaction.retransmission.deadline) }
        for permission in permissions.values { soonest = earlier(soonest, permission.due) }
        for channel in channels { soonest = earlier(soonest, channel.due) }
        return earlier(earlier(soonest, refreshDue), expiry)
    }

    private func earlier(_ one: Instant?, _ other: Instant?) -> Instant? {
        guard let one, let other else { return one ?? other }
        return min(one, other)
    }

    /// Does what is due at `now`. Waking too early does nothing.
    package mutating func handleTimeout(now: Instant) {
        guard timeout.map({ $0 <= now }) == true else { return }
        if let expiry, expiry <= now { return fail(.silent) }
        repeatRequests(now: now)
        guard state == .allocated else { return }
        if let due = refreshDue, due <= now {
            refreshDue = nil
            probe(now: now)
        }
        renewPermissions(now: now)
        renewChannels(now: now)
    }

    private mutating func repeatRequests(now: Instant) {
        var givenUp: [Transaction.Purpose] = []
        for index in transactions.indices where transactions[index].retransmission.deadline <= now {
            if transactions[index].retransmission.isRepeated(now: now) {
                transmit(transactions[index].payload)
            } else {
                givenUp.append(transactions[index].purpose)
            }
        }
        transactions.removeAll { $0.retransmission.deadline <= now }
        for purpose in givenUp { failed(purpose, nil, now: now) }
    }

    /// In the order of the addresses, so that the same inputs give the same course.
    private mutating func renewPermissions(now: Instant) {
        let due = permissions.filter { $0.value.due.map { $0 <= now } == true }.keys
        for ip in due.sorted(by: { $0.bytes.lexicographicallyPrecedes($1.bytes) }) {
            guard let permission = permissions[ip] else { continue }
            if permission.state == .granted, now - permission.lastUsed < timings.idle {
                permissions[ip]?.due = nil
                request(.permission(ip), now: now)
            } else {
                permissions[ip] = nil
            }
        }
    }

    private mutating func renewChannels(now: Instant) {
        for index in channels.indices where channels[index].due.map({ $0 <= now }) == true {
            channels[index].due = nil
            if now - channels[index].lastUsed < timings.idle {
                request(.channel(channels[index].number, channels[index].peer), now: now)
            } else {
                channels[index].isBound = false
            }
        }
    }
}
