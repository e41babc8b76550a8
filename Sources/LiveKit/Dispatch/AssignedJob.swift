package import Contract

/// A job this worker has been given.
package struct AssignedJob: Hashable, Sendable, CustomStringConvertible {
    package let job: Livekit_Job
    /// The server to join, when it is not the worker's own.
    package let url: String?
    /// The agent's access token for the room. Not part of the description.
    package let token: String

    package init(job: Livekit_Job, url: String?, token: String) {
        self.job = job
        self.url = url
        self.token = token
    }

    package var description: String { "job \(job.id) in room \(job.room.name)" }
}
