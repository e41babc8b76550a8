import Timing

/// How long to wait for an acknowledgement, from the round trips seen (RFC 9260, section 6.3.1).
struct RetransmissionTimeout: Sendable {
    private let minimum: Duration
    private let maximum: Duration
    private let minimumMargin: Duration
    private var smoothed: Duration?
    private var variation: Duration = .zero
    private(set) var current: Duration

    init(_ parameters: ProtocolParameters) {
        minimum = parameters.minimumRTO
        maximum = parameters.maximumRTO
        minimumMargin = parameters.minimumRTOMargin
        current = parameters.initialRTO
    }

    /// The round trip as last smoothed, once one was measured.
    var roundTrip: Duration? { smoothed }

    /// A round trip of something sent only once (Karn's rule).
    mutating func measured(_ sample: Duration) {
        guard sample >= .zero else { return }
        if let smoothed {
            let deviation = smoothed > sample ? smoothed - sample : sample - smoothed
            variation = (variation * 3 + deviation) / 4
            self.smoothed = (smoothed * 7 + sample) / 8
        } else {
            smoothed = sample
            variation = sample / 2
        }
        let wanted = (smoothed ?? sample) + max(variation * 4, minimumMargin)
        current = min(max(wanted, minimum), maximum)
    }

    /// A timer expired: twice as long next time, up to the maximum.
    mutating func backOff() {
        current = min(current * 2, maximum)
    }
}
