import Foundation
import Logging
import Store
import Worker

/// Says every five seconds that a worker is there: to the other processes, and in a file for whoever watches the container.
struct Heartbeat: Sendable {
    private static let pause = Duration.seconds(5)

    let worker: VoiceWorker
    let registry: any WorkerRegistry
    /// The worker's name among the processes.
    let process: String
    /// Touched with each beat; `nil`: none.
    let file: String?
    let logger: Logger

    /// Until its task is cancelled; then the worker is counted out.
    func run() async {
        var isMissed = false
        while !Task.isCancelled {
            do throws(StoreError) {
                if try await registry.report(worker.report(as: process), now: Date()) { await worker.drain() }
                isMissed = false
            } catch {
                if !isMissed { logger.warning("nobody hears of this worker", metadata: ["reason": "\(error)"]) }
                isMissed = true
            }
            if let file { _ = FileManager.default.createFile(atPath: file, contents: nil) }
            try? await Task.sleep(for: Self.pause)
        }
        await Task { await registry.remove(process) }.value
    }
}
