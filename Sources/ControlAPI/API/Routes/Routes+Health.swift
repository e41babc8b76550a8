import Access
import Document
import Foundation
import Hummingbird
import Live
import Prometheus
import Store
import Supervision

extension Routes {
    /// `/health`, `/livez`, `/readyz` and `/metrics`.
    func addHealth(to endpoints: inout Endpoints) {
        endpoints.serve("livez") { _ in HTTPReply(["status": "alive"]) }
        endpoints.serve("readyz") { _ in
            let found = await checks()
            let isReady = !found.values.contains(false)
            return HTTPReply(
                [
                    "status": isReady ? "ready" : "not_ready",
                    "checks": .object(found.mapValues(JSON.bool)),
                ], isReady ? .ok : .serviceUnavailable)
        }
        endpoints.serve("health") { _ in
            let report = await HealthReport(plane)
            return HTTPReply(report.json, report.grade == .unhealthy ? .serviceUnavailable : .ok)
        }
        endpoints.serve("metrics") { call in
            let isOpen =
                call.context.isLocal || configuration.metricsToken?.isBorne(by: call.header("Authorization")) == true
            guard isOpen else { throw Problem.anonymous }
            await measure(configuration.metrics)
            return HTTPReply(metrics: configuration.metrics)
        }
    }

    /// What is counted when it is asked for. What cannot be counted now keeps its last value.
    private func measure(_ metrics: PrometheusMetrics) async {
        func note(_ name: String, _ value: Int?) {
            if let value { metrics.set(name, [:], Double(value)) }
        }
        note("sessions_active", try? await sessions.liveCount())
        note("workers_alive", await configuration.surroundings.presentWorkers().count)
        note("webhook_deliveries_pending", try? await plane.database.pendingDeliveries())
        note("handoffs_waiting", (try? await plane.database.openHandoffs())?.count { $0.state.isWaiting })
        let everything = Scope(viewer: .everybody)
        note("approvals_pending", (try? await sessions.directory.approvals(.pending, of: nil, in: everything))?.count)
        for circuit in (try? await plane.database.circuits(now: Date())) ?? [] {
            let state: Double = circuit.state == "open" ? 1 : circuit.state == "half_open" ? 0.5 : 0
            metrics.set("circuit_state", ["circuit": circuit.name, "process": circuit.process], state)
        }
        for budget in (try? await plane.database.budgets(now: Date())) ?? [] {
            guard let ratio = budget.ratio else { continue }
            let labels = ["workspace": budget.workspace, "period": budget.budget.period.rawValue]
            metrics.set("budget_ratio", labels, ratio)
        }
        let census = plane.hub.census
        note("ws_connections", census.sockets)
        note("sse_connections", census.streams)
    }

    /// What must be there before calls and requests are sent here.
    private func checks() async -> [String: Bool] {
        let surroundings = configuration.surroundings
        var checks = ["database": await surroundings.database?() ?? true]
        checks["bus"] = await surroundings.redis?() ?? true
        if surroundings.workers != nil {
            checks["workers"] = await surroundings.presentWorkers().contains { !$0.isDraining }
        }
        if plane.phase.isStopping { checks["serving"] = false }
        return checks
    }
}

extension HTTPReply {
    /// In the text format of Prometheus.
    init(metrics: PrometheusMetrics) {
        self.init(Array(metrics.exposition.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
