package import Store

extension VoiceWorker {
    /// What this worker tells those who watch over it.
    /// - Parameter process: its name among the processes.
    package func report(as process: String) -> WorkerReport {
        WorkerReport(
            id: process, capacity: options.capacity,
            load: Double(Load(jobs: jobs.count, capacity: options.capacity, lag: lateness.value).value),
            calls: jobs.count,
            isDraining: isShuttingDown)
    }
}
