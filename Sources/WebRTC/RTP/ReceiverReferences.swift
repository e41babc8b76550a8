package import Timing

/// Measures the round trip without sending media: our reference times, and the echoes of them (RFC 3611, sections 4.4
/// and 4.5).
package struct ReceiverReferences: Sendable {
    /// From the last echo of a time of ours.
    package private(set) var roundTripTime: Duration?
    private var echoes = ReportEchoes()

    package init() {}

    /// The block for the next report.
    package mutating func block(now: Instant, wallClock ntp: UInt64) -> ExtendedReport.Block {
        echoes.note(ntp, now: now)
        return .receiverReferenceTime(ntp: ntp)
    }

    /// Learns from the echoes of our times; those of others are ignored.
    /// - Parameter ssrc: under which our times were sent.
    package mutating func handle(_ report: ExtendedReport, for ssrc: UInt32, now: Instant) {
        for case .delaySinceReceiverReference(let all) in report.blocks {
            for echo in all where echo.ssrc == ssrc {
                roundTripTime =
                    echoes.roundTrip(echoing: echo.lastReference, delay: echo.delay, now: now) ?? roundTripTime
            }
        }
    }
}
