package import Timing

/// The reference times receivers sent us, and the echo they measure the round trip by (RFC 3611, sections 4.4 and 4.5).
/// Remembers four receivers; the one silent longest is forgotten.
package struct ReferenceTimes: Sendable {
    private static let capacity = 4
    private var latest: [(ssrc: UInt32, middle: UInt32, instant: Instant)] = []

    package init() {}

    package mutating func handle(_ report: ExtendedReport, now: Instant) {
        for case .receiverReferenceTime(let ntp) in report.blocks {
            latest.removeAll { $0.ssrc == report.ssrc }
            if latest.count == Self.capacity { latest.removeFirst() }
            latest.append((report.ssrc, NTPTime.middle(of: ntp), now))
        }
    }

    /// The report that answers them all, once; `nil` when there is nothing to answer.
    /// - Parameter ssrc: of one of our streams.
    package mutating func takeEcho(from ssrc: UInt32, now: Instant) -> ExtendedReport? {
        guard !latest.isEmpty else { return nil }
        defer { latest.removeAll() }
        let echoes = latest.map { reference in
            ExtendedReport.Echo(
                ssrc: reference.ssrc, lastReference: reference.middle,
                delay: NTPTime.shortFormat(now - reference.instant))
        }
        return ExtendedReport(ssrc: ssrc, blocks: [.delaySinceReceiverReference(echoes)])
    }
}
