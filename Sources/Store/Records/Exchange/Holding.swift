package import FoundationEssentials

/// That a process holds a session.
package struct Holding: Hashable, Sendable {
    /// Seconds until a holding ends that is not renewed. Renewed each third of it, it outlives two renewals that fail.
    package static let lifetime: TimeInterval = 10

    package let session: String
    /// The process, unique among all that share the store.
    package let process: String
    /// Rises with each new holder: what a former holder still writes is refused.
    package let epoch: Int

    package init(session: String, process: String, epoch: Int) {
        self.session = session
        self.process = process
        self.epoch = epoch
    }
}
