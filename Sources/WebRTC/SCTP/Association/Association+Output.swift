import DequeModule
import Timing

extension Association {
    /// Sends everything that may be sent now.
    mutating func flush() {
        guard state != .closed else { return }
        advanceShutdown()
        requestReset()
        var budget = Self.packetsPerFlush
        while budget > 0, let packet = nextPacket() {
            emit(packet, tag: peer?.verificationTag ?? 0)
            budget -= 1
        }
    }

    /// No single input sends more packets than a full send buffer fills.
    private static let packetsPerFlush = 4096

    /// Sends waiting control chunks only, before the association ends.
    mutating func flushControl() {
        guard let peer, !control.isEmpty else { return }
        emit(Array(control), tag: peer.verificationTag)
        control = []
    }

    /// Fills a packet: control chunks, then SACK, FORWARD TSN, and DATA as far as the windows allow.
    private mutating func nextPacket() -> [Chunk]? {
        guard peer != nil else { return nil }
        var packet = PacketSpace(size: parameters.maximumPacketSize)
        while let first = control.first, packet.add(first) { control.removeFirst() }
        if let sack = inbound?.takeAcknowledgement(), !packet.add(.sack(sack)) { inbound?.acknowledgeNow() }
        if state.maySendData { addData(to: &packet) }
        outbound.finishPacket()
        return packet.chunks.isEmpty ? nil : packet.chunks
    }

    private mutating func addData(to packet: inout PacketSpace) {
        // A packet of its own space is left to FORWARD TSN, which may name many streams.
        if packet.chunks.isEmpty || packet.space > 1100, let forward = outbound.takeForwardTSN(now: now) {
            packet.addAlways(.forwardTSN(forward))
        }
        while let chunk = outbound.nextChunk(space: packet.space, now: now) {
            packet.addAlways(.data(chunk))
            heartbeatDeadline = now + parameters.heartbeatInterval
        }
    }

    mutating func emit(_ chunks: [Chunk], tag: UInt32) {
        let packet = SCTPPacket(port: parameters.port, verificationTag: tag, chunks: chunks)
        outputs.append(.transmit(packet.serialized()))
    }
}
