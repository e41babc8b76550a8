import Synchronization

/// Sessions of this process in which a typed turn is under way.
final class TurnsUnderWay: Sendable {
    private let counts = Mutex<[String: Int]>([:])

    /// A turn begins; `false` when another one is under way.
    func begin(_ session: String) -> Bool {
        counts.withLock { counts in
            counts[session, default: 0] += 1
            return counts[session] == 1
        }
    }

    func end(_ session: String) {
        counts.withLock { counts in
            let left = (counts[session] ?? 1) - 1
            counts[session] = left > 0 ? left : nil
        }
    }
}
