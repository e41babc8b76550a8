import Conversation
import Document
import Engine
package import FoundationEssentials
package import Store

/// Keeps the executions of live sessions where another process finds them.
package struct SessionMemory: Sendable {
    /// How long a conversation may be away before it is over: the lifetime of a session, in seconds.
    private static let lifetime: TimeInterval = 1800
    /// The label of the last checkpoint of a session that is over.
    private static let ended = "ended"

    private let store: any CheckpointStore
    /// The same, for whoever lists them.
    package var checkpoints: any CheckpointStore { store }
    private let writer: CheckpointWriter

    /// - Parameter log: Told of each checkpoint that could not be written.
    package init(_ store: any CheckpointStore, log: any EventLog, clock: @escaping @Sendable () -> Date) {
        self.store = store
        writer = CheckpointWriter(store) { loss in
            let kind = SessionEvent.Kind.extra(
                type: "error", fields: ["message": .string("a checkpoint was not written: \(loss.error)")])
            Task { await log.append(SessionEvent(loss.session, kind), at: clock()) }
        }
    }

    /// Has a checkpoint written behind the caller's back.
    func submit(_ checkpoint: StoredCheckpoint) {
        writer.submit(checkpoint)
    }

    /// Returns when the checkpoint is written.
    func write(_ checkpoint: StoredCheckpoint) async throws(StoreError) {
        try await store.save(checkpoint)
    }

    /// A session's newest checkpoint; `nil` when it has none.
    ///
    /// Throws `HostError.ended` for a session that is over, `.expired` for one that was away for too long, and
    /// `.unavailable` when the store cannot be asked.
    func newest(of session: String, now: Date) async throws(HostError) -> StoredCheckpoint? {
        let found: StoredCheckpoint?
        do throws(StoreError) {
            found = try await intact(session)
        } catch {
            throw .unavailable("\(error)")
        }
        guard let found else { return nil }
        if found.label == Self.ended { throw .ended }
        if now.timeIntervalSince(found.at) > Self.lifetime { throw .expired }
        return found
    }

    /// Forgets a session's checkpoints: they are of no use to this program.
    func forget(_ session: String) async {
        try? await store.remove(session)
    }

    /// The newest that can be read. What is newer and damaged gives way, so that the session can count on from it.
    private func intact(_ session: String) async throws(StoreError) -> StoredCheckpoint? {
        do throws(StoreError) {
            return try await store.latest(of: session)
        } catch .corrupt {
            let found = try await store.latestIntact(of: session)
            try await store.remove(session)
            if let found { try await store.save(found) }
            return found
        }
    }

    /// Forgets conversations that nobody can go on with any more.
    func expire(now: Date) async {
        try? await store.expire(before: now.addingTimeInterval(-Self.lifetime))
    }

    /// Returns when every checkpoint handed over before is written, or reported.
    package func flush() async {
        await writer.flush()
    }
}

extension StoredCheckpoint {
    /// What is kept of a conversation.
    init(
        _ checkpoint: Engine.Checkpoint<DialogueState, ConversationEffect>, of session: String, hasEnded: Bool,
        _ graph: ConversationGraph.Compiled
    ) throws(CheckpointError) {
        let path = checkpoint.execution.path.joined(separator: " ")
        self.init(
            session: session, sequence: checkpoint.sequence, parent: checkpoint.parent, at: checkpoint.at,
            label: hasEnded ? "ended" : String(path.prefix(200)),
            payload: [UInt8](try graph.encode(checkpoint.execution)))
    }
}
