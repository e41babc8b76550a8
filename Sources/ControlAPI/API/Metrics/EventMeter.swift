import Document
import FoundationEssentials
package import Prometheus
package import Store
import Synchronization

/// Measurements that are projections of the log: what commands came to, how long answers took, who talked over whom.
///
/// Counts what happens in every process that shares the log, so each API process shows the same numbers: take the highest of
/// them, not the sum.
package final class EventMeter: Sendable {
    /// Commands that are remembered until their end.
    private static let memory = 10_000

    private let metrics: PrometheusMetrics
    /// When commands were accepted.
    private let accepted = Mutex<[String: Date]>([:])

    package init(_ metrics: PrometheusMetrics) {
        self.metrics = metrics
    }

    /// Counts until it is cancelled. A stream that ended because it was not read in time is opened anew.
    package func run(_ log: any EventLog) async {
        while !Task.isCancelled {
            for await event in await log.subscribeToAll() { count(event) }
            try? await Task.sleep(for: .milliseconds(200))
        }
    }

    func count(_ event: LoggedEvent) {
        switch event.type {
        case "latency": countLatency(event.frame["data"], ["stt", "llm", "tts", "total"])
        case "turn_latency":
            countLatency(event.frame["data"], ["endpointing", "queueing", "first_byte", "playout", "overhead"])
        case "command": countCommand(event.frame, at: event.at)
        case "barge_in": metrics.count("barge_in_total")
        case "false_interruption": metrics.count("false_interruptions_total")
        case "lease_stolen": metrics.count("lease_conflicts_total")
        case "tool_call": countTool(event.frame)
        case "model_fallback": metrics.count("provider_errors_total", ["provider": "model"])
        case "fault": metrics.count("faults_total")
        default: break
        }
    }

    private func countLatency(_ data: JSON?, _ stages: [String]) {
        for stage in stages {
            guard let milliseconds = data?[stage + "_ms"]?.double else { continue }
            metrics.observe("turn_stage_seconds", ["stage": stage], seconds: milliseconds / 1000)
        }
    }

    private func countCommand(_ frame: JSON, at now: Date) {
        guard let id = frame["command_id"]?.string, let status = frame["status"]?.string else { return }
        switch status {
        case "accepted": accepted.withLock { if $0.count < Self.memory { $0[id] = now } }
        case "queued": break
        default:
            metrics.count("commands_total", ["type": frame["command"]?.string ?? "other", "outcome": status])
            if frame["reason"] == "control-held" { metrics.count("lease_conflicts_total") }
            guard let began = accepted.withLock({ $0.removeValue(forKey: id) }) else { return }
            metrics.observe("command_apply_seconds", seconds: now.timeIntervalSince(began))
        }
    }

    private func countTool(_ frame: JSON) {
        guard frame["phase"] == "finished", let tool = frame["tool"]?.string else { return }
        metrics.count("tool_calls_total", ["tool": tool, "ok": frame["ok"] == true ? "true" : "false"])
    }
}
