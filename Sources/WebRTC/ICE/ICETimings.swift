/// Every wait of an agent, with its default.
package struct ICETimings: Hashable, Sendable {
    /// Ta: between two new checks (RFC 8445, section 14.2, allows no less than 5 ms).
    package var pacing: Duration = .milliseconds(20)
    /// Before the first retransmission; doubles with each.
    package var initialRetransmission: Duration = .milliseconds(100)
    /// The doubling stops here.
    package var longestRetransmission: Duration = .milliseconds(1600)
    /// How often one check is sent before it has failed (Rc of RFC 8489, section 6.2.1).
    package var transmissions = 7
    /// How long the controlling end lets better pairs catch up with the first valid one.
    package var nominationDelay: Duration = .milliseconds(50)
    /// The same when only TCP or a relay works so far.
    package var indirectNominationDelay: Duration = .milliseconds(500)
    /// How long a check on a TCP connection, which is sent once, waits for the connection and the answer.
    package var streamCheck: Duration = .seconds(10)
    /// Consent is asked for this often, give or take a fifth (RFC 7675, section 5.1).
    package var consentInterval: Duration = .seconds(5)
    /// The same while the latest request has no answer: at a fifth of loss each way, six requests in thirty seconds would
    /// end a call within minutes. Each is a request of its own, as section 5.1 demands, not a retransmission.
    package var consentRetry: Duration = .seconds(1)
    /// So many consent checks without an answer make a path doubtful: the controlling end looks for another one.
    package var doubt = 3
    /// Without an answer for this long, nothing may be sent any more (RFC 7675, section 5.1).
    package var consentExpiry: Duration = .seconds(30)
    /// Silence on the selected path that counts as disconnected; LiveKit's server has the same number.
    package var silence: Duration = .seconds(10)
    /// How long an agent without a path keeps trying, because candidates may still come (RFC 8863).
    package var patience: Duration = .seconds(30)
    /// The same, once the other end has announced that no candidates will come.
    package var patienceAfterEnd: Duration = .seconds(15)

    package init() {}
}
