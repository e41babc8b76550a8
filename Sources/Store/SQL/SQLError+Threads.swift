import Threads

extension SQLError {
    init(_ error: ServiceThreadsError) {
        switch error {
        case .overloaded(let waiting): self = .overloaded(waiting: waiting)
        case .timedOut(let patience): self = .noConnection(after: patience)
        case .closed: self = .closed
        }
    }
}

extension ServiceThreads {
    /// Runs a job; why it was not run is told as an `SQLError`.
    func perform<Value: Sendable>(
        _ job: @escaping @Sendable (inout Resource) throws -> Value
    ) async throws -> Value {
        do {
            return try await run(job)
        } catch let error as ServiceThreadsError {
            throw SQLError(error)
        }
    }
}
