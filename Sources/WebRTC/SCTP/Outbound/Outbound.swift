import Timing

/// Everything about sending DATA: queue, chunks on the way, congestion, the peer's window and T3-rtx.
struct Outbound: Sendable {
    let parameters: ProtocolParameters
    var queue = SendQueue()
    var outstanding: Outstanding
    var window: CongestionWindow
    var rto: RetransmissionTimeout
    /// T3-rtx (RFC 9260, section 6.3.2).
    var t3: Instant?
    /// Retransmissions and heartbeats without an answer since the last answer.
    var errors = 0
    /// The receive window the peer last announced, in bytes.
    var peerWindow = 0
    var canForward = false
    var owesForwardTSN = false
    /// One packet of lost chunks may leave regardless of the congestion window (section 7.2.4, rule 3).
    var owesFastRetransmit = false
    /// The chunk whose round trip is being measured.
    var probe: (tsn: TSN, sent: Instant)?
    /// Bytes accepted and not acknowledged, by stream.
    var buffered: [UInt16: Int] = [:]
    var bufferedTotal = 0

    init(_ parameters: ProtocolParameters, initialTSN: TSN) {
        self.parameters = parameters
        outstanding = Outstanding(initialTSN: initialTSN)
        window = CongestionWindow(packetSize: parameters.maximumPacketSize)
        rto = RetransmissionTimeout(parameters)
    }

    /// Nothing waits and nothing is on the way.
    var isIdle: Bool { queue.isEmpty && outstanding.isEmpty }

    mutating func connect(peerWindow: UInt32, canForward: Bool) {
        self.peerWindow = Int(peerWindow)
        self.canForward = canForward
    }

    func bufferedAmount(of streamID: UInt16) -> Int {
        buffered[streamID, default: 0]
    }

    mutating func append(_ message: OutboundMessage) {
        buffered[message.streamID, default: 0] += message.bytes.count
        bufferedTotal += message.bytes.count
        queue.append(message)
    }

    /// The bytes no longer count as buffered.
    mutating func release(_ bytes: Int, of streamID: UInt16) {
        bufferedTotal -= bytes
        let rest = buffered[streamID, default: 0] - bytes
        buffered[streamID] = rest > 0 ? rest : nil
    }
}
