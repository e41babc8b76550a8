import TURN
import Wire

/// What gathering asks of the agent.
enum GathererOutput: Sendable {
    case transmit(Datagram)
    case gathered(Candidate)
    /// The relayed address is gone.
    case lost(TransportAddress)
    case failed(AllocationError)
}
