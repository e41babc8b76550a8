package import FoundationEssentials

/// The processes that take calls.
package protocol WorkerRegistry: Sendable {
    /// Counts a worker in, for `WorkerReport.lifetime`. Returns whether it was asked to take no more calls.
    @discardableResult
    func report(_ worker: WorkerReport, now: Date) async throws(StoreError) -> Bool

    func remove(_ id: String) async

    /// Those that are there, by their ids.
    func workers(now: Date) async throws(StoreError) -> [WorkerReport]

    /// Those that were there and whose process is gone without a goodbye, as far as that can be known.
    func lost(now: Date) async throws(StoreError) -> Set<String>

    /// Asks a worker to take no more calls: it hears of it with its next report. `nil`: there is none of this id.
    func drain(_ id: String, now: Date) async throws(StoreError) -> WorkerReport?
}

extension WorkerRegistry {
    package func lost(now: Date) -> Set<String> { [] }
}
