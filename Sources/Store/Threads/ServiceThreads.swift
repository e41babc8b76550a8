import Foundation
import Synchronization

/// Up to `threads` threads that run jobs in the order they came, each with a resource of its own.
///
/// A thread starts when a job finds no idle one, makes its resource, and lives until the pool is closed. The queue is
/// bounded: a job that finds `capacity` others waiting is refused with `overloaded`, and one that has waited for
/// `patience` is given up with `timedOut`. Cancelling the task gives up a job that waits, never one that runs.
package final class ServiceThreads<Resource>: Sendable {
    private let queue: ServiceQueue<Resource>
    private let lastID = Atomic<UInt64>(0)
    private let patience: Duration

    /// - Parameters:
    ///   - threads: at least 1.
    ///   - capacity: jobs that may wait, beside those that run.
    ///   - make: called once on each thread; the resource is dropped there when the pool closes.
    package init(
        name: String, threads: Int, capacity: Int, patience: Duration, make: @escaping @Sendable () -> Resource
    ) {
        self.patience = patience
        queue = ServiceQueue(capacity: capacity, patience: patience, threads: max(1, threads)) { queue, index in
            let thread = Thread {
                Self.work(queue, make: make)
                queue.threadEnded()
            }
            thread.name = "\(name)-\(index)"
            thread.start()
        }
    }

    deinit { queue.close() }

    /// What the job returns or throws; a `ServiceThreadsError` or a `CancellationError` when it was not run.
    package func run<Value: Sendable>(
        _ job: @escaping @Sendable (inout Resource) throws -> Value
    ) async throws -> Value {
        try Task.checkCancellation()
        let id = lastID.wrappingAdd(1, ordering: .relaxed).newValue
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (answer: CheckedContinuation<Value, any Error>) in
                queue.add(
                    ServiceJob(
                        id: id, deadline: .now + patience,
                        perform: { resource in
                            let result = Result { try job(&resource) }
                            return { answer.resume(with: result) }
                        },
                        refuse: { answer.resume(throwing: $0) }))
                // Cancelled before the job was in the queue: the handler found nothing.
                if Task.isCancelled { queue.withdraw(id, because: CancellationError()) }
            }
        } onCancel: {
            queue.withdraw(id, because: CancellationError())
        }
    }

    /// Refuses what waits, and returns when what runs has ended and every resource is dropped.
    package func close() async {
        queue.close()
        await queue.ended()
    }

    private static func work(_ queue: ServiceQueue<Resource>, make: () -> Resource) {
        var resource = make()
        var answer: (@Sendable () -> Void)?
        while let job = queue.take(answering: answer) { answer = job.perform(&resource) }
    }
}
