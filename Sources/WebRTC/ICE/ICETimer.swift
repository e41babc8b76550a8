/// Why an agent wants to be woken.
package enum ICETimer: Hashable, Sendable {
    /// The next check may leave.
    case pacing
    /// A check is due again, or has failed.
    case retransmission
    /// Better pairs have had their chance.
    case nomination
    /// Consent is to be asked for.
    case consent
    /// Consent ends.
    case expiry
    /// The selected path has been silent for too long.
    case silence
    /// A STUN or TURN server is to be asked, or has not answered.
    case gathering
    /// No path was found in time.
    case patience
}
