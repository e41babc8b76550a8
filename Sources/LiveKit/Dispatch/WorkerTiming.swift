/// The waits of the worker protocol; most defaults are those of LiveKit's own workers.
package struct WorkerTiming: Hashable, Sendable {
    /// Between two reports of load and jobs.
    package var update = Duration.milliseconds(2500)
    /// Between two pings.
    package var ping = Duration.seconds(10)
    /// Without any message for this long the server is taken for dead, if it ever answered a ping.
    package var silence = Duration.seconds(30)
    /// For the server to answer our registration.
    package var registration = Duration.seconds(10)
    /// For an assignment to follow our `available`; afterwards the slot is free again.
    package var assignment = Duration.milliseconds(7500)
    /// The wait before attempt n to reconnect is n times this …
    package var retryStep = Duration.seconds(2)
    /// … and at most this.
    package var retryLimit = Duration.seconds(10)
    /// Attempts that may fail before the first registration: the address is probably wrong then. A server that knew this
    /// worker once is tried for ever, because calls may be in progress and nothing else brings the worker back.
    package var firstAttempts = 4
    /// The report of a last job waits so long for a connection when the worker is draining.
    package var lastReports = Duration.seconds(10)

    package init() {}
}
