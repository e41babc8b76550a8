import Document
import FoundationEssentials
package import Speech
package import Store
import Synchronization

/// Makes a trace of every turn whose engines this process asked: the stages from the log, the requests from the engines.
///
/// Bounded: 64 requests a session, 1000 sessions; beyond that the oldest request goes, and all sessions at once.
package final class TurnTracer: EngineObserver {
    private static let requests = 64
    private static let sessions = 1_000

    private let work = Mutex<[String: [TurnTrace.Work]]>([:])
    private let exporter: SpanExporter

    package init(_ exporter: SpanExporter) {
        self.exporter = exporter
    }

    package func note(_ report: EngineReport) {
        guard let session = report.tag?.session, !session.isEmpty else { return }
        work.withLock { work in
            if work.count >= Self.sessions, work[session] == nil { work = [:] }
            var known = work[session] ?? []
            if known.count >= Self.requests { known.removeFirst() }
            known.append(TurnTrace.Work(report, end: Date()))
            work[session] = known
        }
    }

    package func note(circuitOf engine: String, kind: EngineReport.Kind, isOpen: Bool) {}

    /// Follows the log until it is cancelled. A stream that ended because it was not read in time is opened anew.
    package func run(_ log: any EventLog) async {
        while !Task.isCancelled {
            for await event in await log.subscribeToAll() { take(event) }
            try? await Task.sleep(for: .milliseconds(200))
        }
    }

    /// A turn that is over is a trace.
    package func take(_ event: LoggedEvent) {
        guard event.type == "turn_latency" || event.type == "lifecycle" else { return }
        let known = work.withLock { $0.removeValue(forKey: event.sessionID) }
        guard let known, event.type == "turn_latency" else { return }
        exporter.add(TurnTrace.spans(of: event.frame, in: event.sessionID, played: event.at, known))
    }
}
