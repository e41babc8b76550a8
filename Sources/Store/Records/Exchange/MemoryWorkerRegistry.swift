package import FoundationEssentials

/// The workers of one process: itself; at most 1 000.
package final class MemoryWorkerRegistry: WorkerRegistry {
    private let values = ExpiringValues<WorkerReport>(lifetime: WorkerReport.lifetime, capacity: 1_000)

    package init() {}

    package func report(_ worker: WorkerReport, now: Date) {
        values.write(worker, under: worker.id, now: now)
    }

    package func remove(_ id: String) {
        values.remove(id)
    }

    package func workers(now: Date) -> [WorkerReport] {
        values.values(now: now).sorted { $0.id < $1.id }
    }
}
