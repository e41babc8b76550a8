package import FoundationEssentials
package import Redis

/// The workers that share a Redis server: the list `{workers}`, and a key for each that expires.
package struct RedisWorkerRegistry: WorkerRegistry {
    private let values: RedisValues<WorkerReport>

    package init(_ client: RedisClient) {
        values = RedisValues(client: client, list: "{workers}", prefix: "{workers}:", lifetime: WorkerReport.lifetime)
    }

    package func report(_ worker: WorkerReport, now: Date) async throws(StoreError) {
        try await values.write(worker, under: worker.id, now: now)
    }

    package func remove(_ id: String) async {
        await values.remove(id)
    }

    package func workers(now: Date) async throws(StoreError) -> [WorkerReport] {
        try await values.values().sorted { $0.id < $1.id }
    }
}
