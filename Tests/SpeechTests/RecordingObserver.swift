import Speech
import Synchronization

/// Keeps what it is told.
final class RecordingObserver: EngineObserver {
    private let told = Mutex<(reports: [EngineReport], turns: [String])>(([], []))

    var reports: [EngineReport] { told.withLock { $0.reports } }
    /// As in `stt:a open`.
    var turns: [String] { told.withLock { $0.turns } }

    /// As in `a answered`.
    var outcomes: [String] { reports.map { "\($0.engine) \($0.outcome.rawValue)" } }

    func note(_ report: EngineReport) { told.withLock { $0.reports.append(report) } }

    func note(circuitOf engine: String, kind: EngineReport.Kind, isOpen: Bool) {
        told.withLock { $0.turns.append("\(kind.rawValue):\(engine) \(isOpen ? "open" : "closed")") }
    }
}
