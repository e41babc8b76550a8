import Timing

/// How often a request is made before its failure counts, and how long to wait in between.
///
/// The first repetition comes `backoff` after the failure, each further one `growth` times later than the one before, and
/// none later than `longest`. The same request is made again, under the same id; no code of the node runs.
package struct RetryPolicy: Hashable, Sendable, Codable {
    /// How often in all; 1 repeats nothing.
    package let attempts: Int
    package let backoff: Duration
    package let growth: Double
    package let longest: Duration

    package init(
        attempts: Int, backoff: Duration = .milliseconds(200), growth: Double = 2, longest: Duration = .seconds(30)
    ) {
        self.attempts = attempts
        self.backoff = backoff
        self.growth = growth
        self.longest = longest
    }

    /// A failure counts at once.
    package static var none: RetryPolicy { RetryPolicy(attempts: 1) }

    /// How long to wait after the attempt with this number failed; counts from 1.
    package func pause(after attempt: Int) -> Duration {
        var seconds = backoff.inSeconds
        for _ in 1..<max(1, min(attempt, attempts)) where seconds < longest.inSeconds { seconds *= growth }
        return .seconds(min(seconds, longest.inSeconds))
    }

    /// Whether it says something that can be done.
    var isSound: Bool { (1...1000).contains(attempts) && backoff >= .zero && longest >= .zero && growth >= 1 }
}
