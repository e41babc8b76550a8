/// How long a node waits for the answers to its requests, and how often it asks.
struct WaitPolicy: Hashable, Sendable {
    var timeout: Duration?
    var retry: RetryPolicy = .none

    /// Whether it says something that can be done.
    var isSound: Bool { retry.isSound && (timeout ?? .zero) >= .zero }
}
