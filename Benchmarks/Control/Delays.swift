import Dispatch
import NIOCore
import Synchronization

/// How long frames were under way, by the moment that is written in each; both ends share this machine's clock.
final class Delays: Sendable {
    /// In front of the moment, in a frame.
    private static let mark = Array(#""sent_ns":""#.utf8)
    private let found = Mutex<[Double]>([])

    /// Nanoseconds of the clock that never goes back.
    static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

    /// Takes a frame that has just come; what has no moment in it is none of ours.
    func heed(_ frame: ByteBufferView) {
        let now = Self.now
        guard let mark = frame.firstRange(of: Self.mark) else { return }
        let digits = frame[mark.upperBound...].prefix { (0x30...0x39).contains($0) }
        let sent = digits.reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1 &- 0x30) }
        found.withLock { $0.append(Double(now &- sent) / 1e6) }
    }

    /// Forgets what came so far.
    func clear() { found.withLock { $0 = [] } }

    /// Milliseconds, the shortest first.
    var sorted: [Double] { found.withLock { $0.sorted() } }
}

extension [Double] {
    /// Of sorted values the one that so great a part does not exceed; `nil` of none.
    func quantile(_ part: Double) -> Double? {
        isEmpty ? nil : self[Swift.min(count - 1, Int(Double(count) * part))]
    }
}
