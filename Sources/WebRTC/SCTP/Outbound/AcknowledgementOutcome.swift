/// What a SACK changed.
struct AcknowledgementOutcome: Sendable {
    /// Chunks that left the list: their streams and user bytes.
    var released: [(streamID: UInt16, bytes: Int)] = []
    /// User bytes reported received for the first time, whether cumulatively or beyond a gap.
    var newBytes = 0
    var didAdvance = false
    /// A chunk was reported missing often enough to be sent again at once.
    var foundLoss = false
    /// The newest TSN reported received for the first time.
    var newest: TSN?
}
