package import STUN

/// Every wait of an allocation, with its default.
package struct TURNTimings: Hashable, Sendable {
    package var datagrams = RetransmissionSchedule.datagrams
    package var stream = RetransmissionSchedule.stream
    /// Asked for; the server decides (RFC 8656, section 7.2).
    package var lifetime: Duration = .seconds(600)
    /// A permission lasts five minutes (section 9) and is renewed after four.
    package var permissionRenewal: Duration = .seconds(240)
    /// A channel lasts ten minutes (section 12) and is renewed after nine.
    package var channelRenewal: Duration = .seconds(540)
    /// A peer to whom nothing was sent for this long is no longer worth a permission.
    package var idle: Duration = .seconds(600)
    /// A refused permission is not asked for again before this.
    package var refusal: Duration = .seconds(60)

    package init() {}
}
