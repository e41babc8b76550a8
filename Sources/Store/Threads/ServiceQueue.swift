import Foundation

/// The jobs that wait for a thread, and the count of threads. First in, first out; bounded.
final class ServiceQueue<Resource>: @unchecked Sendable {
    typealias Starter = @Sendable (ServiceQueue<Resource>, _ index: Int) -> Void

    // `condition` guards every `var`.
    private let condition = NSCondition()
    private let capacity: Int
    private let patience: Duration
    private let threads: Int
    private let start: Starter
    private var waiting: [ServiceJob<Resource>] = []
    private var started = 0
    private var running = 0
    private var idle = 0
    private var isClosed = false
    /// Whether a task will look for jobs whose time is over.
    private var isWatched = false
    private var closers: [CheckedContinuation<Void, Never>] = []

    init(capacity: Int, patience: Duration, threads: Int, start: @escaping Starter) {
        self.capacity = capacity
        self.patience = patience
        self.threads = threads
        self.start = start
    }

    /// Queues the job, or refuses it at once.
    func add(_ job: ServiceJob<Resource>) {
        condition.lock()
        let refusal = refusalOfNext
        if refusal == nil { waiting.append(job) }
        let needsThread = refusal == nil && waiting.count > idle && running < threads
        if needsThread {
            started += 1
            running += 1
        }
        let index = started
        let needsWatch = refusal == nil && waiting.count > idle && !isWatched
        isWatched = isWatched || needsWatch
        condition.signal()
        condition.unlock()
        if let refusal { return job.refuse(refusal) }
        if needsThread { start(self, index) }
        if needsWatch { Task { await watch() } }
    }

    /// Gives up a job that still waits.
    func withdraw(_ id: UInt64, because reason: any Error) {
        condition.lock()
        let index = waiting.firstIndex { $0.id == id }
        let job = index.map { waiting.remove(at: $0) }
        condition.unlock()
        job?.refuse(reason)
    }

    /// Answers for the job before and waits for the next; `nil` once closed. Who has an answer finds this thread idle.
    func take(answering answer: (@Sendable () -> Void)? = nil) -> ServiceJob<Resource>? {
        condition.lock()
        idle += 1
        condition.unlock()
        answer?()
        condition.lock()
        defer {
            idle -= 1
            condition.unlock()
        }
        while waiting.isEmpty, !isClosed { condition.wait() }
        return isClosed ? nil : waiting.removeFirst()
    }

    /// A thread has dropped its resource.
    func threadEnded() {
        condition.lock()
        running -= 1
        let told = running == 0 ? closers : []
        if running == 0 { closers = [] }
        condition.unlock()
        for closer in told { closer.resume() }
    }

    func close() {
        condition.lock()
        isClosed = true
        let refused = waiting
        waiting = []
        condition.broadcast()
        condition.unlock()
        for job in refused { job.refuse(ServiceThreadsError.closed) }
    }

    /// Returns when no thread runs. Only after `close`.
    func ended() async {
        await withCheckedContinuation { closer in
            condition.lock()
            let isOver = running == 0
            if !isOver { closers.append(closer) }
            condition.unlock()
            if isOver { closer.resume() }
        }
    }

    private var refusalOfNext: ServiceThreadsError? {
        if isClosed { return .closed }
        // A job that an idle thread is about to take does not wait.
        let isFull = waiting.count >= capacity + idle + (threads - running)
        return isFull ? .overloaded(waiting: capacity) : nil
    }

    /// Gives up jobs whose time is over, for as long as any wait.
    private func watch() async {
        while let next = giveUp(at: .now) {
            try? await Task.sleep(until: next, clock: .continuous)
        }
    }

    /// Gives up what has waited too long; returns the next deadline, `nil` when nothing waits.
    private func giveUp(at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
        condition.lock()
        // All have the same patience, so the first has the soonest deadline.
        let over = waiting.prefix { $0.deadline <= now }
        waiting.removeFirst(over.count)
        let next = waiting.first?.deadline
        isWatched = next != nil
        condition.unlock()
        for job in over { job.refuse(ServiceThreadsError.timedOut(after: patience)) }
        return next
    }
}
