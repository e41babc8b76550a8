package import Prometheus
package import Speech
import Timing

/// Measures the engines of this process: how long they take, how often they fail, what they cost.
package final class EngineMeter: EngineObserver {
    private let metrics: PrometheusMetrics
    private let prices: PriceList

    package init(_ metrics: PrometheusMetrics, prices: PriceList) {
        self.metrics = metrics
        self.prices = prices
    }

    package func note(_ report: EngineReport) {
        let labels = ["kind": report.kind.rawValue, "provider": report.engine]
        metrics.observe("provider_seconds", labels, seconds: report.total.inSeconds)
        if let firstByte = report.firstByte {
            metrics.observe("provider_first_byte_seconds", labels, seconds: firstByte.inSeconds)
        }
        switch report.outcome {
        case .answered, .cancelled, .superseded: break
        case .failed, .timedOut, .refused:
            metrics.count("provider_errors_total", labels.merging(["outcome": report.outcome.rawValue]) { $1 })
        }
        let cost = prices.micros(for: report)
        if cost > 0 { metrics.count("cost_micros_total", labels, by: cost) }
    }

    /// The state of every process's circuits is read from the database when somebody asks for metrics.
    package func note(circuitOf engine: String, kind: EngineReport.Kind, isOpen: Bool) {
        metrics.count(
            "circuit_turns_total", ["circuit": "\(kind.rawValue):\(engine)", "to": isOpen ? "open" : "closed"])
    }
}
