/// What the other end said of itself in INIT or INIT ACK.
struct PeerDescription: Hashable, Sendable {
    /// The tag that packets to it bear.
    var verificationTag: UInt32
    var initialTSN: TSN
    var receiverWindow: UInt32
    /// Streams it takes from us.
    var inboundStreams: UInt16
    var supportsForwardTSN: Bool
    var supportsReconfiguration: Bool
}

extension PeerDescription {
    init(_ initiation: InitiationChunk) {
        self.init(
            verificationTag: initiation.initiateTag, initialTSN: initiation.initialTSN,
            receiverWindow: initiation.receiverWindow, inboundStreams: initiation.inboundStreams,
            supportsForwardTSN: initiation.supportsForwardTSN,
            supportsReconfiguration: initiation.supports(.reconfiguration))
    }
}
