import Wire

/// One chunk of a packet (RFC 9260, section 3.2).
enum Chunk: Hashable, Sendable {
    case data(DataChunk)
    case initiation(InitiationChunk)
    case initiationAck(InitiationChunk)
    case sack(SelectiveAcknowledgement)
    /// The information to be returned, opaque to the one who returns it.
    case heartbeat([UInt8])
    case heartbeatAck([UInt8])
    /// `isReflected`: the packet bears the tag of the one who aborts, for it knows no other (the T bit).
    case abort(causes: [ErrorCause], isReflected: Bool)
    case shutdown(cumulative: TSN)
    case shutdownAck
    case shutdownComplete(isReflected: Bool)
    case error([ErrorCause])
    case cookieEcho([UInt8])
    case cookieAck
    case reconfiguration(ReconfigurationChunk)
    case forwardTSN(ForwardTSNChunk)
    /// A type we do not know: its two highest bits say what to do (`UnknownChunk`).
    case unknown(UnknownChunk)
}
