/// The deadlines of a room connection.
package struct RoomTimings: Hashable, Sendable {
    /// From opening the socket to the first message.
    package var join = Duration.seconds(10)
    /// From the first message to media flowing.
    package var connect = Duration.seconds(15)
    /// From an offer to its answer.
    package var negotiation = Duration.seconds(10)
    /// How long a path that went silent may take to come back before ICE is restarted by resuming the session.
    package var disconnected = Duration.seconds(2)
    /// How long the server's word on the socket may take after it has ended the media connection.
    package var reason = Duration.seconds(1)
    /// How long the server may take to answer a request about ourselves.
    package var request = Duration.seconds(5)
    /// Attempts to reconnect before giving up.
    package var attempts = 10
    /// The same for a server that never let us in.
    package var firstAttempts = 3
    /// A session that worked for a shorter time than this counts as one more failed attempt.
    package var settled = Duration.milliseconds(500)
    /// The longest pause before the first attempt; doubled with each, and never above `longestPause`. Every pause is
    /// drawn evenly from zero to its limit, so that the clients of a lost server do not come back all at once.
    package var firstPause = Duration.milliseconds(300)
    package var longestPause = Duration.seconds(7)

    package init() {}
}
