import Foundation
import Synchronization

/// A clock that goes when it is told to.
final class SharedClock: Sendable {
    private let time: Mutex<Date>

    init(_ start: Date) {
        time = Mutex(start)
    }

    var now: Date { time.withLock { $0 } }

    func pass(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
