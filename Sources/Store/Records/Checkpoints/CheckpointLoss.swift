/// A checkpoint that was not written, or not in time.
package struct CheckpointLoss: Hashable, Sendable {
    package let session: String
    package let sequence: Int
    package let error: StoreError

    package init(session: String, sequence: Int, error: StoreError) {
        self.session = session
        self.sequence = sequence
        self.error = error
    }
}
