/// How a program uses a PostgreSQL server.
package struct PostgreSQLSettings: Hashable, Sendable {
    /// Connections at most; each has a thread, and both are made when they are needed.
    package var connections = 8
    /// Callers that may wait for a connection; more are refused with `overloaded`.
    package var waiting = 256
    /// How long a caller waits for a connection; then `noConnection`.
    package var patience = Duration.seconds(10)
    /// How long a connection may take to be made; then `unavailable`.
    package var connectTimeout = Duration.seconds(5)
    /// How long one statement may take; then `timedOut`. The server gives it up; when it does not even say so, two
    /// seconds later the connection is given up.
    package var statementTimeout = Duration.seconds(30)
    /// How often a transaction is begun, at most, that others get in the way of; then `busy`.
    package var attempts = 12

    package init() {}
}
