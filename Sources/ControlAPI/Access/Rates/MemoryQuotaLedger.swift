package import FoundationEssentials
import Synchronization

/// Places of one process: 50 000 holders at most; when there are more, those whose leases are over are forgotten, and if there
/// are none, the new one is refused.
package final class MemoryQuotaLedger: QuotaLedger {
    private struct Key: Hashable {
        let quota: Quota
        let holder: String
    }

    private let capacity: Int
    /// When each place ends, by its id.
    private let places = Mutex<[Key: [String: Date]]>([:])

    package init(capacity: Int = 50_000) {
        self.capacity = capacity
    }

    package func take(_ quota: Quota, by holder: String, for id: String, now: Date) async -> Bool {
        let key = Key(quota: quota, holder: holder)
        return places.withLock { places in
            if places[key] == nil, places.count >= capacity {
                places = places.filter { $0.value.values.contains { $0 > now } }
                guard places.count < capacity else { return false }
            }
            var taken = (places[key] ?? [:]).filter { $0.value > now }
            let isAllowed = taken[id] != nil || taken.count < quota.limit
            if isAllowed { taken[id] = now.addingTimeInterval(quota.lifetime) }
            places[key] = taken
            return isAllowed
        }
    }

    package func giveBack(_ quota: Quota, by holder: String, for id: String) async {
        let key = Key(quota: quota, holder: holder)
        places.withLock { places in
            places[key]?[id] = nil
            if places[key]?.isEmpty == true { places[key] = nil }
        }
    }
}
