/// How often a request is sent, and how long each waits for its answer.
package struct RetransmissionSchedule: Hashable, Sendable {
    /// Before the first retransmission; doubles with each.
    package var initial: Duration
    /// The doubling stops here.
    package var longest: Duration
    /// The last one waits too, before the request has failed.
    package var transmissions: Int

    package init(initial: Duration, longest: Duration, transmissions: Int) {
        self.initial = initial
        self.longest = longest
        self.transmissions = transmissions
    }

    /// To a server by UDP: eight times within ten seconds, denser than RFC 8489's 500 ms because somebody waits for the
    /// call to begin.
    package static let datagrams = RetransmissionSchedule(
        initial: .milliseconds(200), longest: .milliseconds(1600), transmissions: 8)
    /// On a stream, which repeats by itself: once, with time for the connection to be opened.
    package static let stream = RetransmissionSchedule(initial: .seconds(10), longest: .seconds(10), transmissions: 1)
}
