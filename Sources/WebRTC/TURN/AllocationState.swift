/// How far an allocation is.
package enum AllocationState: Hashable, Sendable {
    /// Not asked for yet.
    case new
    case allocating
    /// Datagrams can be relayed.
    case allocated
    /// It was refused, or it is lost.
    case failed(AllocationError)
    /// Given back.
    case closed
}
