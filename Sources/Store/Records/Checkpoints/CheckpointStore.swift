package import FoundationEssentials

/// Where a session's checkpoints are kept, each under its sequence number.
///
/// A checkpoint never changes: saving the same one again does nothing, saving another one under its number is a `conflict`,
/// so of two writers who both think the session theirs one finds out. A late writer with a lower number never makes
/// `latest` older. What comes back is what was saved, bit for bit, or a `corrupt` error that names session and number.
package protocol CheckpointStore: Sendable {
    /// Keeps a checkpoint. Throws `invalid` for one of more than `checkpointLimit` bytes.
    func save(_ checkpoint: StoredCheckpoint) async throws(StoreError)

    /// The one with the highest number; `nil` for a session without any.
    func latest(of session: String) async throws(StoreError) -> StoredCheckpoint?

    /// The one with a number; `nil` when it never was or gave way.
    func checkpoint(_ sequence: Int, of session: String) async throws(StoreError) -> StoredCheckpoint?

    /// A page of those below a number, newest first; `nil` begins with the newest. Corrupt ones are left out.
    ///
    /// - Parameter limit: At most `checkpointPage`.
    func history(of session: String, before sequence: Int?, limit: Int) async throws(StoreError) -> [StoredCheckpoint]

    /// Forgets all but the newest `count`.
    func prune(_ session: String, keeping count: Int) async throws(StoreError)

    /// Forgets every session whose newest checkpoint is older than this.
    func expire(before time: Date) async throws(StoreError)

    /// Forgets a session's checkpoints.
    func remove(_ session: String) async throws(StoreError)
}

/// How large a checkpoint may be, in bytes.
package let checkpointLimit = 4 << 20

/// How many checkpoints a page of a history may have.
package let checkpointPage = 200

extension CheckpointStore {
    /// The newest that can be read: where a session goes on whose last checkpoint is corrupt.
    package func latestIntact(of session: String) async throws(StoreError) -> StoredCheckpoint? {
        do throws(StoreError) {
            return try await latest(of: session)
        } catch .corrupt {
            return try await history(of: session, before: nil, limit: 1).first
        }
    }
}
