/// How long the parties of a feed may keep each other waiting (control API §11.4).
package struct FeedTimings: Hashable, Sendable {
    /// Without a frame until a `heartbeat`, or a comment over SSE.
    package var heartbeat: Duration = .seconds(15)
    /// Between two pings of RFC 6455.
    package var ping: Duration = .seconds(20)
    /// Silence after which a client counts as gone.
    package var silence: Duration = .seconds(45)
    /// How long a client may leave its connection full.
    package var writePatience: Duration = .seconds(10)
    /// How long a closing handshake may take.
    package var closePatience: Duration = .seconds(5)
    /// Before the end of a token, `auth_expiring`.
    package var warning: Duration = .seconds(60)
    /// Between two looks at whether the client may still see what it sees.
    package var review: Duration = .seconds(2)
    /// Between two renewals of the lease that an open feed keeps.
    package var renewal: Duration = .seconds(10)
    /// From the last event of a session that is over until its feed ends.
    package var linger: Duration = .seconds(1)
    /// The time over which feeds end when the server stops.
    package var farewell: Duration = .seconds(5)

    package init() {}
}
