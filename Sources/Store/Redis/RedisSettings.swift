/// How a program uses a Redis server.
package struct RedisSettings: Hashable, Sendable {
    /// Connections at most; each has a thread, and both are made when they are needed.
    package var connections = 4
    /// Callers that may wait for a connection; more are refused with `overloaded`.
    package var waiting = 1024
    /// How long a caller waits for a connection; then `noConnection`.
    package var patience = Duration.seconds(5)
    /// How long a connection may take to be made, and a command to be answered; then `unavailable` and `timedOut`.
    package var timeout = Duration.seconds(2)

    package init() {}
}
