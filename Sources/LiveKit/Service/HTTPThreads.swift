import CCurl
import Foundation
import Synchronization

/// The threads on which exchanges block, so that neither event loops nor tasks do.
package final class HTTPThreads: Sendable {
    package static let shared = HTTPThreads(threads: 4, capacity: 64)

    private let queue: OperationQueue
    private let capacity: Int
    /// Exchanges that run or wait.
    private let pending = Mutex(0)

    /// - Parameter capacity: exchanges that may wait for a thread.
    package init(threads: Int, capacity: Int) {
        _ = parley_curl_global_init()
        queue = OperationQueue()
        queue.name = "livekit-service"
        queue.maxConcurrentOperationCount = threads
        self.capacity = threads + capacity
    }

    /// The answer; `overloaded` when too many exchanges wait already. Cancelling does not cut an exchange short: its own
    /// time limit does.
    func run(_ exchange: HTTPExchange) async throws(ServiceError) -> HTTPAnswer {
        let isAdmitted = pending.withLock { pending in
            guard pending < capacity else { return false }
            pending += 1
            return true
        }
        guard isAdmitted else { throw .overloaded }
        let result = await withCheckedContinuation {
            (done: CheckedContinuation<Result<HTTPAnswer, ServiceError>, Never>) in
            queue.addOperation {
                let result = Result { () throws(ServiceError) in try exchange.perform() }
                self.pending.withLock { $0 -= 1 }
                done.resume(returning: result)
            }
        }
        return try result.get()
    }
}
