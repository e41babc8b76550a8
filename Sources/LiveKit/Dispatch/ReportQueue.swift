import Contract
import Timing

/// What the server is still to be told of jobs.
///
/// The protocol acknowledges nothing; but a pong proves that everything sent before its ping has arrived. What is not proven
/// when the socket ends is sent again on the next one: a server ignores what it knows already.
struct ReportQueue: Sendable {
    /// Reports kept; beyond it the oldest are dropped.
    private static let capacity = 1024

    private struct Entry: Sendable {
        let report: Livekit_UpdateJobStatus
        /// `nil` until it was sent on the present socket.
        var sent: Instant?
    }

    private var entries: [Entry] = []

    /// Something waits for a connection.
    var hasUnsent: Bool { entries.contains { $0.sent == nil } }

    /// Takes the place of what was to be said of the same job before.
    mutating func append(_ report: Livekit_UpdateJobStatus) {
        entries.removeAll { $0.report.jobID == report.jobID }
        if entries.count >= Self.capacity { entries.removeFirst() }
        entries.append(Entry(report: report))
    }

    /// What is to be sent now, in order.
    mutating func takeUnsent(now: Instant) -> [Livekit_UpdateJobStatus] {
        let reports = entries.filter { $0.sent == nil }.map(\.report)
        for index in entries.indices where entries[index].sent == nil { entries[index].sent = now }
        return reports
    }

    /// Everything sent before then has arrived.
    mutating func confirm(before instant: Instant) {
        entries.removeAll { entry in entry.sent.map { $0 < instant } ?? false }
    }

    /// The socket ended: what was sent and not confirmed goes out again. What was sent before `limit` counts as arrived,
    /// for servers that answer no ping.
    mutating func unsend(sentSince limit: Instant) {
        confirm(before: limit)
        for index in entries.indices { entries[index].sent = nil }
    }
}
