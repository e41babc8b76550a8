/// What a `WorkerRegistration` wants done.
package enum WorkerOutput: Hashable, Sendable {
    /// Open a WebSocket to `/agent` with a fresh token.
    case connect
    /// Send one binary message.
    case send([UInt8])
    /// Close the WebSocket; `ended` must follow as always.
    case disconnect
    /// The server knows the worker under this identifier.
    case registered(workerID: String)
    /// Join the job's room; `jobEnded` must follow.
    case startJob(AssignedJob)
    /// Leave the job's room; `jobEnded` must follow.
    case terminateJob(id: String)
    /// Draining is done: no job is left.
    case drained
    /// The worker will not connect again. Jobs that still run are left running.
    case stopped(WorkerStop)
}
