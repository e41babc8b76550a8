import Foundation

/// A fixed number of threads that run jobs in the order they came. For work that must stay off event loops and off the
/// cooperative pool.
///
/// The queue is bounded: `submit` refuses when it is full. Threads start with the first job and live as long as the
/// process; the engines that own a pool do too.
package final class WorkerPool: Sendable {
    package typealias Job = @Sendable () -> Void

    private let queue: JobQueue

    /// - Parameters:
    ///   - threads: at least 1; the number of cores is right for work that only computes.
    ///   - capacity: jobs that may wait.
    package init(name: String, threads: Int, capacity: Int) {
        let queue = JobQueue(capacity: capacity)
        self.queue = queue
        for index in 0..<max(1, threads) {
            let thread = Thread {
                while let job = queue.take() { job() }
            }
            thread.name = "\(name)-\(index)"
            // A decoder's search recurses little, but flite keeps large arrays on the stack.
            thread.stackSize = 4 << 20
            thread.start()
        }
    }

    deinit { queue.close() }

    /// Queues `job`. Returns false, and does nothing, when the queue is full.
    package func submit(_ job: @escaping Job) -> Bool {
        queue.add(job)
    }

    /// The number of cores of this machine.
    package static var cores: Int { ProcessInfo.processInfo.activeProcessorCount }
}
