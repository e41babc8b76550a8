import NIOCore
import Timing

extension TalkingCaller {
    /// The first answer of every call must be there in time.
    private static let joining = Duration.seconds(180)

    /// More callers, one after the other, until there are `count`; returns when each has heard something.
    ///
    /// - Parameter question: so many seconds.
    static func call(
        _ url: String, _ count: Int, besides callers: [TalkingCaller] = [], question: Double = 1.5
    ) async throws -> [TalkingCaller] {
        let (packets, visitors) = (try PreparedSound(seconds: question).packets(), try Visitors(to: url))
        var all = callers
        for number in callers.count..<count {
            let caller = try TalkingCaller(packets, on: visitors.loops.next())
            try await caller.call(try visitors.invitation(to: "talk-\(number)", as: "caller-\(number)"))
            all.append(caller)
            try await Task.sleep(for: .milliseconds(300))
        }
        let deadline = Instant.monotonic() + joining
        for (number, caller) in all.enumerated() {
            while await caller.noticed.packets == 0 {
                guard Instant.monotonic() < deadline else { throw BenchFailure("call \(number) heard nothing") }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        return all
    }
}
