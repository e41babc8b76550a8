/// Work that waits for a thread, and whom to tell when it is not run.
struct ServiceJob<Resource>: Sendable {
    let id: UInt64
    /// When it no longer wants to run.
    let deadline: ContinuousClock.Instant
    /// Does the work; what it returns answers, once the thread is free again.
    let perform: @Sendable (inout Resource) -> @Sendable () -> Void
    /// Answers without having done it.
    let refuse: @Sendable (any Error) -> Void
}
