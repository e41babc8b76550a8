import Timing

/// Everything about receiving DATA: what has arrived, what waits for its other parts, and when to acknowledge.
struct Inbound: Sendable {
    private let parameters: ProtocolParameters
    private var received: ReceivedTSNs
    private var reassembly: Reassembly
    /// When an acknowledgement is due at the latest.
    private(set) var ackDeadline: Instant?
    private var owesAck = false
    /// Packets with DATA since the last SACK.
    private var unacknowledgedPackets = 0

    /// A peer may overrun the announced window by one message of the largest size; beyond that it is in error.
    private var hardLimit: Int { parameters.receiveBufferSize + parameters.maximumInboundMessageSize }

    init(_ parameters: ProtocolParameters, initialTSN: TSN) {
        self.parameters = parameters
        received = ReceivedTSNs(initialTSN: initialTSN)
        reassembly = Reassembly(maximumMessageSize: parameters.maximumInboundMessageSize)
    }

    var cumulative: TSN { received.cumulative }

    /// Whether the peer has overrun what can be held, in all or with one message.
    var isOverrun: Bool { reassembly.held > hardLimit || reassembly.isOversized }

    private var receiverWindow: Int { max(0, parameters.receiveBufferSize - reassembly.held) }

    /// Takes a chunk; returns the messages it makes deliverable.
    mutating func receive(_ chunk: DataChunk) -> [InboundMessage] {
        if chunk.wantsImmediateAck { owesAck = true }
        switch received.classify(chunk.tsn) {
        case .duplicate:
            received.noteDuplicate(chunk.tsn)
            owesAck = true
            return []
        case .outOfReach:
            owesAck = true
            return []
        case .new:
            // With the window closed only what closes the first gap is taken (RFC 9260, section 6.2).
            guard receiverWindow > 0 || chunk.tsn == cumulative.next else {
                owesAck = true
                return []
            }
            received.insert(chunk.tsn)
            return reassembly.insert(chunk)
        }
    }

    /// A packet with DATA was processed: acknowledge every second one, and at once when something is missing.
    mutating func finishPacket(now: Instant) {
        unacknowledgedPackets += 1
        if received.hasGap || unacknowledgedPackets >= 2 { owesAck = true }
        if ackDeadline == nil { ackDeadline = now + parameters.acknowledgementDelay }
    }

    /// FORWARD TSN, which is always acknowledged at once.
    mutating func skip(_ forward: ForwardTSNChunk) -> [InboundMessage] {
        owesAck = true
        guard cumulative.precedes(forward.cumulative) else { return [] }
        received.advance(to: forward.cumulative)
        return reassembly.skip(forward)
    }

    mutating func restart(_ streamIDs: [UInt16]) {
        reassembly.restart(streamIDs)
    }

    /// The delay has passed.
    mutating func handleTimeout(now: Instant) {
        if let ackDeadline, ackDeadline <= now { owesAck = true }
    }

    /// The peer must hear where we are, for example while it shuts down.
    mutating func acknowledgeNow() {
        owesAck = true
    }

    /// The SACK that is due, if one is.
    mutating func takeAcknowledgement() -> SelectiveAcknowledgement? {
        guard owesAck else { return nil }
        owesAck = false
        ackDeadline = nil
        unacknowledgedPackets = 0
        return received.acknowledgement(window: receiverWindow, limit: 256)
    }
}
