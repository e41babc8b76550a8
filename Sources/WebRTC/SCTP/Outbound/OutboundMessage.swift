import Timing

/// A message accepted from the application and not wholly assigned to chunks yet.
struct OutboundMessage: Sendable {
    /// Given by the queue: names the message among all of the association, so that all its fragments can be given up together.
    var id: UInt64 = 0
    var streamID: UInt16
    var payloadProtocol: UInt32
    var bytes: [UInt8]
    var isOrdered: Bool
    var reliability: Reliability
    /// When it was handed over, from which a limited lifetime counts.
    var accepted: Instant

    /// Whether it may be sent (again) at `now`, having been sent `transmissions` times.
    func mayBeSent(transmissions: Int, now: Instant) -> Bool {
        reliability.permits(transmissions: transmissions, accepted: accepted, now: now)
    }
}

extension Reliability {
    /// Whether something accepted then and sent so many times may be sent once more.
    func permits(transmissions: Int, accepted: Instant, now: Instant) -> Bool {
        switch self {
        case .reliable: true
        case .lossy(let maxRetransmits): transmissions <= Int(maxRetransmits)
        case .timed(let maxLifetime): now - accepted <= maxLifetime
        }
    }
}
