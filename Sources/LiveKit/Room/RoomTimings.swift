/// The deadlines of a room connection.
package struct RoomTimings: Hashable, Sendable {
    /// From opening the socket to the first message.
    package var join = Duration.seconds(10)
    /// From the first message to media flowing.
    package var connect = Duration.seconds(15)
    /// From an offer to its answer.
    package var negotiation = Duration.seconds(10)
    /// How long a lost path may take to come back before the session is started anew.
    package var disconnected = Duration.seconds(8)
    /// Attempts to reconnect before giving up.
    package var attempts = 10
    /// A session that worked for a shorter time than this counts as one more failed attempt.
    package var settled = Duration.milliseconds(500)
    /// The first pause between attempts; doubled each time, jittered, and never above `longestPause`.
    package var firstPause = Duration.milliseconds(300)
    package var longestPause = Duration.seconds(7)

    package init() {}
}
