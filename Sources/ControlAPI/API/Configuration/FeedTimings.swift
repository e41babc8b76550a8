/// How long the parties of a feed may keep each other waiting.
package struct FeedTimings: Sendable {
    /// Between two `heartbeat` frames (document 004: 30 s), each with a WebSocket ping.
    package var heartbeat: Duration = .seconds(30)
    /// Silence after which a client counts as gone.
    package var silence: Duration = .seconds(75)
    /// How long one frame may wait for a client that does not read.
    package var writePatience: Duration = .seconds(10)
    /// How long a closing handshake may take.
    package var closePatience: Duration = .seconds(5)

    package init() {}
}
