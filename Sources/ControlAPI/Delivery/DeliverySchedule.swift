package import FoundationEssentials
package import Store

/// When a delivery is tried again, and when it is given up (control API §12).
package struct DeliverySchedule: Hashable, Sendable {
    /// What came of an attempt.
    package enum Result: Hashable, Sendable {
        case answered(status: Int)
        /// No answer: refused, broken off, too late.
        case failed(String)
        /// The target may not be sent to.
        case forbidden(String)
    }

    /// Seconds before each further attempt.
    package var pauses: [TimeInterval] = [5, 30, 300, 1800, 7200, 18_000, 36_000]
    /// By which part of itself a pause may be longer or shorter.
    package var jitter = 0.2

    package init() {}

    /// The delivery after an attempt at `now`, and whether its endpoint is to be disabled: it said 410.
    /// - Parameter chance: 0..<1, random.
    package func settled(
        _ delivery: WebhookDelivery, _ result: Result, now: Date, chance: Double
    ) -> (delivery: WebhookDelivery, disablesEndpoint: Bool) {
        var settled = delivery
        settled.attempts += 1
        settled.lastResult = Self.words(for: result)
        switch result {
        case .answered(200...299): settled.status = .delivered
        case .answered(let status) where Self.isRefusal(status): settled.status = .dead
        case .forbidden: settled.status = .dead
        default:
            guard settled.attempts <= pauses.count else {
                settled.status = .dead
                break
            }
            let pause = pauses[settled.attempts - 1] * (1 + jitter * (2 * chance - 1))
            settled.nextAt = now.addingTimeInterval(pause)
        }
        return (settled, result == .answered(status: 410))
    }

    /// Whether to try again is pointless: every 4xx but 408, 425 and 429; a redirect is not followed.
    private static func isRefusal(_ status: Int) -> Bool {
        (300...499).contains(status) && ![408, 425, 429].contains(status)
    }

    private static func words(for result: Result) -> String {
        switch result {
        case .answered(let status): "HTTP \(status)"
        case .failed(let reason), .forbidden(let reason): reason
        }
    }
}
