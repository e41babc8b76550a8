import NIOCore
import Timing

extension TalkingCaller {
    /// The first answer of every call must be there in time.
    private static let joining = Duration.seconds(180)
    /// A worker whose loops are late for a moment takes no call then, and a call that nobody took is not offered again:
    /// whoever hears nothing for so long calls once more.
    private static let refusal = Duration.seconds(45)

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
            var again = Instant.monotonic() + refusal
            while await caller.noticed.packets == 0 {
                let now = Instant.monotonic()
                guard now < deadline else { throw BenchFailure("call \(number) heard nothing") }
                if now >= again {
                    again = now + refusal
                    await caller.hangUp()
                    let room = "talk-\(number)-\(now.nanoseconds)"
                    try await caller.call(try visitors.invitation(to: room, as: "caller-\(number)"))
                }
                try await Task.sleep(for: .milliseconds(100))
            }
        }
        return all
    }
}
