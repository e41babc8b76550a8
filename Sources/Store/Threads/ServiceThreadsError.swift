/// Why a job was not run.
package enum ServiceThreadsError: Error, Hashable, Sendable {
    /// As many jobs as may wait were waiting already.
    case overloaded(waiting: Int)
    /// No thread became free in time.
    case timedOut(after: Duration)
    /// The threads have ended, or are ending.
    case closed
}
