import FoundationEssentials
import Synchronization

/// Values that are gone some seconds after they were last written.
///
/// Bounded: beyond `capacity` values the one that would go first gives way.
final class ExpiringValues<Value: Sendable>: Sendable {
    private let entries = Mutex<[String: (value: Value, expiry: Date)]>([:])
    private let lifetime: TimeInterval
    private let capacity: Int

    init(lifetime: TimeInterval, capacity: Int) {
        self.lifetime = lifetime
        self.capacity = capacity
    }

    func write(_ value: Value, under key: String, now: Date) {
        entries.withLock { entries in
            entries = entries.filter { $0.value.expiry > now }
            entries[key] = (value, now.addingTimeInterval(lifetime))
            guard entries.count > capacity, let first = entries.min(by: { $0.value.expiry < $1.value.expiry }) else {
                return
            }
            entries[first.key] = nil
        }
    }

    func remove(_ key: String) {
        entries.withLock { _ = $0.removeValue(forKey: key) }
    }

    func values(now: Date) -> [Value] {
        entries.withLock { $0.values.filter { $0.expiry > now }.map(\.value) }
    }
}
