package import FoundationEssentials

/// The workers of one process: itself; at most 1 000.
package final class MemoryWorkerRegistry: WorkerRegistry {
    private let values = ExpiringValues<WorkerReport>(lifetime: WorkerReport.lifetime, capacity: 1_000)
    /// Those that were asked to take no more calls.
    private let asked = ExpiringValues<String>(lifetime: WorkerReport.lifetime, capacity: 1_000)

    package init() {}

    @discardableResult
    package func report(_ worker: WorkerReport, now: Date) -> Bool {
        values.write(worker, under: worker.id, now: now)
        return asked.values(now: now).contains(worker.id)
    }

    package func remove(_ id: String) {
        values.remove(id)
    }

    package func workers(now: Date) -> [WorkerReport] {
        values.values(now: now).sorted { $0.id < $1.id }
    }

    package func drain(_ id: String, now: Date) -> WorkerReport? {
        guard let worker = workers(now: now).first(where: { $0.id == id }) else { return nil }
        asked.write(id, under: id, now: now)
        return worker
    }
}
