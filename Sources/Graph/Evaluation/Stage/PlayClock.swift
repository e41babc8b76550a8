import Conversation
import FoundationEssentials
import Synchronization

/// The clock of one play: it stands still until the play moves it.
final class PlayClock: Sendable {
    let zone: TimeZone
    private let time: Mutex<Date>

    init(_ start: LocalTime, in zone: TimeZone) {
        self.zone = zone
        time = Mutex(Self.date(start, in: zone))
    }

    var now: Date { time.withLock { $0 } }

    /// On the wall of the business.
    var wall: LocalTime { LocalTime(now, in: zone) }

    func move(by seconds: Int) {
        time.withLock { $0 = $0.addingTimeInterval(Double(seconds)) }
    }

    /// When the clock on the wall shows this; the earlier of two moments when clocks are turned back.
    private static func date(_ local: LocalTime, in zone: TimeZone) -> Date {
        let seconds = Double(local.day.number * 86_400 + local.time.minutes * 60)
        let guess = Date(timeIntervalSince1970: seconds)
        let offsets = [guess.addingTimeInterval(-86_400), guess.addingTimeInterval(86_400)].map {
            zone.secondsFromGMT(for: $0)
        }
        let candidates = offsets.map { guess.addingTimeInterval(-Double($0)) }
        return candidates.filter { LocalTime($0, in: zone) == local }.min() ?? candidates[0]
    }
}
