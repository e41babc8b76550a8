/// What went through UDP sockets or streams.
package struct DatagramCounters: Hashable, Sendable {
    /// Handed to the system, or waiting for it.
    package var sent = 0
    package var received = 0
    /// Not sent, because too much was waiting or the socket was closed.
    package var dropped = 0
    /// Refused by the system.
    package var failed = 0
    /// Streams cut because of what the peer sent on them.
    package var hostile = 0

    package init() {}

    package static func += (total: inout DatagramCounters, more: DatagramCounters) {
        total.sent += more.sent
        total.received += more.received
        total.dropped += more.dropped
        total.failed += more.failed
        total.hostile += more.hostile
    }
}
