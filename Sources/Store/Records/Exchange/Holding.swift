/// That a process holds a session.
package struct Holding: Hashable, Sendable {
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
