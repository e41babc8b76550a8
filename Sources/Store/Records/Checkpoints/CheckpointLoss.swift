/// A checkpoint that was not written, or not in time.
package struct CheckpointLoss: Hashable, Sendable {
    package let session: String
    package let sequence: Int
    package let error: StoreError
}
