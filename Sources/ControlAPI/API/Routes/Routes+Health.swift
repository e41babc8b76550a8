import Access
import Document
import Foundation
import Hummingbird
import Prometheus
import Secure

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
            guard call.isLocal || mayMeasure(call) else { throw Problem.anonymous }
            let metrics = configuration.metrics
            metrics.set("sessions_active", [:], Double(try await sessions.liveCount()))
            return HTTPReply(Array(metrics.exposition.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    /// What must be there before calls and requests are sent here.
    private func checks() async -> [String: Bool] {
        let surroundings = configuration.surroundings
        var checks = ["database": await surroundings.database?() ?? true]
        checks["bus"] = await surroundings.redis?() ?? true
        if let workers = surroundings.workers {
            checks["workers"] = await workers.workers().contains { !$0.isDraining }
        }
        if plane.phase.isStopping { checks["serving"] = false }
        return checks
    }

    private func mayMeasure(_ call: Call) -> Bool {
        guard let token = configuration.metricsToken?.revealed, let shown = call.header("Authorization") else {
            return false
        }
        return constantTimeEquals(Array(shown.utf8), Array("Bearer \(token)".utf8))
    }
}
