import Foundation

/// The jobs that wait for a thread. First in, first out; bounded.
final class JobQueue: @unchecked Sendable {
    // `condition` guards everything below.
    private let condition = NSCondition()
    private let capacity: Int
    private var jobs: [WorkerPool.Job?] = []
    private var first = 0
    private var isClosed = false

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// Returns false when full or closed.
    func add(_ job: @escaping WorkerPool.Job) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        guard !isClosed, jobs.count - first < capacity else { return false }
        jobs.append(job)
        condition.signal()
        return true
    }

    /// Waits for a job; nil once closed.
    func take() -> WorkerPool.Job? {
        condition.lock()
        defer { condition.unlock() }
        while first == jobs.count, !isClosed { condition.wait() }
        guard !isClosed else { return nil }
        let job = jobs[first]
        jobs[first] = nil
        first += 1
        if first == jobs.count || first > 256 {
            jobs.removeFirst(first)
            first = 0
        }
        return job
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }
}
