/// What was found when the chain of the audit was followed.
package enum AuditVerdict: Hashable, Sendable {
    /// Every link holds. Whoever notes the last hash elsewhere can tell later whether the end was cut off.
    case intact(count: Int, lastHash: String)
    /// The first sequence number at which the chain does not hold: an entry was changed, removed or put in there.
    case broken(sequence: Int)
}
