/// When a call is tried again: only one that may be repeated, and only when there was no connection. A server's refusal is an
/// answer, and a time limit that has passed has passed.
package struct ServiceRetry: Hashable, Sendable {
    /// In all.
    package var attempts = 3
    /// Before the second attempt; it doubles from one to the next.
    package var pause = Duration.milliseconds(200)

    package init() {}

    package static var never: ServiceRetry {
        var retry = ServiceRetry()
        retry.attempts = 1
        return retry
    }

    /// How long to wait after a failed attempt, counted from one; `nil` to give up.
    func pause(after attempt: Int, _ error: ServiceError, isRepeatable: Bool) -> Duration? {
        guard isRepeatable, attempt < attempts, case .unreachable = error else { return nil }
        return pause * (1 << min(attempt - 1, 16))
    }
}
