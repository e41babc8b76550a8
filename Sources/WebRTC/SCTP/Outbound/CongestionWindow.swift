/// How many bytes may be in flight (RFC 9260, section 7.2).
struct CongestionWindow: Sendable {
    private let packetSize: Int
    private(set) var size: Int
    private var threshold = Int.max
    private var partialBytesAcknowledged = 0
    /// The TSN whose acknowledgement ends fast recovery.
    private var recoveryPoint: TSN?

    init(packetSize: Int) {
        self.packetSize = packetSize
        size = min(4 * packetSize, max(2 * packetSize, 4404))
    }

    var isRecovering: Bool { recoveryPoint != nil }

    /// The cumulative TSN advanced by `bytes`; `wasFull` when the window was used up before.
    mutating func acknowledged(_ bytes: Int, upTo cumulative: TSN, wasFull: Bool) {
        if let point = recoveryPoint {
            if cumulative.precedes(point) { return }
            recoveryPoint = nil
            return
        }
        if size <= threshold {
            if wasFull { size += min(bytes, packetSize) }
            return
        }
        partialBytesAcknowledged += bytes
        if partialBytesAcknowledged >= size, wasFull {
            partialBytesAcknowledged -= size
            size += packetSize
        }
    }

    /// Gap reports showed a loss; `newest` is the last TSN sent. Once per recovery (section 7.2.4).
    mutating func lossReported(newest: TSN) {
        guard recoveryPoint == nil else { return }
        threshold = max(size / 2, 4 * packetSize)
        size = threshold
        partialBytesAcknowledged = 0
        recoveryPoint = newest
    }

    /// T3-rtx expired (section 7.2.3).
    mutating func timedOut() {
        threshold = max(size / 2, 4 * packetSize)
        size = packetSize
        partialBytesAcknowledged = 0
        recoveryPoint = nil
    }
}
