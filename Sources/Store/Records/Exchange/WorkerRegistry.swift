package import FoundationEssentials

/// The processes that take calls.
package protocol WorkerRegistry: Sendable {
    /// Counts a worker in, for `WorkerReport.lifetime`.
    func report(_ worker: WorkerReport, now: Date) async throws(StoreError)

    func remove(_ id: String) async

    /// Those that are there, by their ids.
    func workers(now: Date) async throws(StoreError) -> [WorkerReport]
}
