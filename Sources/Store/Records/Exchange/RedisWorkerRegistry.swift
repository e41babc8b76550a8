package import FoundationEssentials
package import Redis

/// The workers that share a Redis server: the list `{workers}`, and a key for each that expires; beside it a key for each that was
/// asked to take no more calls.
package struct RedisWorkerRegistry: WorkerRegistry {
    private let client: RedisClient
    private let values: RedisValues<WorkerReport>
    private let lifelines: Lifelines?

    package init(_ client: RedisClient) {
        self.init(client, lifelines: nil)
    }

    init(_ client: RedisClient, lifelines: Lifelines?) {
        self.client = client
        self.lifelines = lifelines
        values = RedisValues(client: client, list: "{workers}", prefix: "{workers}:", lifetime: WorkerReport.lifetime)
    }

    @discardableResult
    package func report(_ worker: WorkerReport, now: Date) async throws(StoreError) -> Bool {
        try await values.write(worker, under: worker.id, now: now)
        return try await asking { () async throws(RedisError) in
            try await client.command(["EXISTS", Self.wish(worker.id)]).integer == 1
        }
    }

    package func remove(_ id: String) async {
        await values.remove(id)
    }

    package func workers(now: Date) async throws(StoreError) -> [WorkerReport] {
        try await values.values().sorted { $0.id < $1.id }
    }

    package func lost(now: Date) async throws(StoreError) -> Set<String> {
        guard let lifelines else { return [] }
        return await lifelines.gone(of: try await workers(now: now).map(\.id))
    }

    package func drain(_ id: String, now: Date) async throws(StoreError) -> WorkerReport? {
        guard let worker = try await workers(now: now).first(where: { $0.id == id }) else { return nil }
        return try await asking { () async throws(RedisError) in
            try await client.command(["SET", Self.wish(id), "1", "EX", Int(WorkerReport.lifetime)])
            return worker
        }
    }

    private static func wish(_ id: String) -> String { "{workers}:drain:\(id)" }

    private func asking<Value>(_ body: () async throws(RedisError) -> Value) async throws(StoreError) -> Value {
        do throws(RedisError) { return try await body() } catch { throw StoreError(error, about: "Redis") }
    }
}
