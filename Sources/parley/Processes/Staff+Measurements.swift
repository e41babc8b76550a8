import Access
import ControlAPI
import Host
import Logging
import Prometheus
import Speech
import Store
import Worker

extension Staff {
    /// Shows what this worker measures of itself and of its engines, where `PARLEY_METRICS_LISTEN` says so.
    func measurements(_ environment: [String: String], _ logger: Logger) throws(CommandFailure) -> MetricsServer? {
        guard let text = environment.value("PARLEY_METRICS_LISTEN") else { return nil }
        let token = environment.value("PARLEY_METRICS_TOKEN").map { Redacted($0) }
        guard let address = MetricsAddress(text, token: token) else {
            throw CommandFailure(.usage, "PARLEY_METRICS_LISTEN must be an address and a port, as in 0.0.0.0:9464.")
        }
        let metrics = PrometheusMetrics()
        if let switchboard = business.switchboard {
            switchboard.add(EngineMeter(metrics, prices: switchboard.prices))
        }
        return MetricsServer(metrics, at: address, logger: logger) { [worker, business] metrics in
            let report = await worker.report(as: business.world.process)
            metrics.set("worker_calls", [:], Double(report.calls))
            metrics.set("worker_capacity", [:], Double(report.capacity))
            metrics.set("worker_load", [:], report.load)
            metrics.set("worker_draining", [:], report.isDraining ? 1 : 0)
        }
    }
}
