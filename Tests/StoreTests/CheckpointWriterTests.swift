import Foundation
import Store
import Synchronization
import Testing

@Suite struct CheckpointWriterTests {
    private func checkpoint(_ sequence: Int, of session: String = "a") -> StoredCheckpoint {
        StoredCheckpoint(
            session: session, sequence: sequence, parent: nil, at: Workshop.now, label: "", payload: [UInt8(sequence)])
    }

    /// Collects what was lost.
    private final class Losses: Sendable {
        private let held = Mutex<[CheckpointLoss]>([])
        var all: [CheckpointLoss] { held.withLock { $0 } }
        func add(_ loss: CheckpointLoss) { held.withLock { $0.append(loss) } }
    }

    @Test("what is submitted is written before a flush returns")
    func writing() async {
        let store = ScriptedCheckpointStore()
        let losses = Losses()
        let writer = CheckpointWriter(store, report: losses.add)
        await writer.flush()
        for session in ["a", "b", "c"] { writer.submit(checkpoint(1, of: session)) }
        await writer.flush()
        #expect(Set(store.saved.map(\.session)) == ["a", "b", "c"])
        #expect(losses.all.isEmpty)
    }

    @Test("while one is written the newest waits, and those between are never written")
    func newestWins() async {
        let store = ScriptedCheckpointStore(isHeld: true)
        let writer = CheckpointWriter(store, patience: { await forever() }, report: { _ in })
        writer.submit(checkpoint(1))
        await store.reached(1)
        for sequence in [2, 5, 3, 4] { writer.submit(checkpoint(sequence)) }
        store.release()
        await writer.flush()
        #expect(store.saved.map(\.sequence) == [1, 5])
        #expect(store.mostAtOnce == 1)
    }

    @Test("sessions do not wait for each other")
    func independence() async {
        let store = ScriptedCheckpointStore(isHeld: true)
        let writer = CheckpointWriter(store, patience: { await forever() }, report: { _ in })
        for session in ["a", "b", "c"] { writer.submit(checkpoint(1, of: session)) }
        await store.reached(3)
        #expect(store.mostAtOnce == 3)
        store.release()
        await writer.flush()
    }

    @Test("a store that fails is reported and costs that one checkpoint")
    func failure() async {
        let store = ScriptedCheckpointStore(failing: [1])
        let losses = Losses()
        let writer = CheckpointWriter(store, report: losses.add)
        writer.submit(checkpoint(1))
        await writer.flush()
        writer.submit(checkpoint(2))
        await writer.flush()
        #expect(losses.all == [CheckpointLoss(session: "a", sequence: 1, error: .unavailable("scripted"))])
        #expect(store.saved.map(\.sequence) == [2])
    }

    @Test("a store that hangs is reported once, holds up no flush, and goes on with the newest when it wakes")
    func hanging() async {
        let store = ScriptedCheckpointStore(isHeld: true)
        let losses = Losses()
        let writer = CheckpointWriter(store, patience: {}, report: losses.add)
        writer.submit(checkpoint(1))
        await store.reached(1)
        await writer.flush()
        #expect(losses.all.map(\.sequence) == [1])
        for sequence in 2...4 { writer.submit(checkpoint(sequence)) }
        await writer.flush()
        #expect(store.mostAtOnce == 1, "nothing piles up behind it")
        store.release()
        await store.reached(2)
        await writer.flush()
        #expect(store.saved.map(\.sequence).last == 4)
    }

    @Test("beyond its bound a session's checkpoint is dropped and reported")
    func bound() async {
        let store = ScriptedCheckpointStore(isHeld: true)
        let losses = Losses()
        let writer = CheckpointWriter(store, sessions: 1, patience: { await forever() }, report: losses.add)
        writer.submit(checkpoint(1, of: "a"))
        writer.submit(checkpoint(1, of: "b"))
        #expect(losses.all.map(\.session) == ["b"])
        store.release()
        await writer.flush()
        writer.submit(checkpoint(2, of: "b"))
        await writer.flush()
        #expect(store.saved.map(\.session) == ["a", "b"])
    }

    @Test("only the newest of a session stay in the store")
    func pruning() async {
        let store = MemoryCheckpointStore(capacity: 100)
        let writer = CheckpointWriter(store, keeping: 4, report: { _ in })
        for sequence in 1...10 {
            writer.submit(checkpoint(sequence))
            await writer.flush()
        }
        #expect(store.history(of: "a", before: nil, limit: 99).map(\.sequence) == [10, 9, 8, 7])
    }
}

/// Until the task is cancelled.
private func forever() async {
    while !Task.isCancelled { try? await Task.sleep(for: .seconds(3600)) }
}
