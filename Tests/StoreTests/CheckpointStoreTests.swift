import Foundation
import Redis
import Servers
import Store
import Testing

@Suite struct CheckpointStoreTests {
    private func name() -> String { "sess_\(UUID().uuidString)" }

    private func checkpoint(_ sequence: Int, of session: String, _ words: String = "payload") -> StoredCheckpoint {
        StoredCheckpoint(
            session: session, sequence: sequence, parent: sequence > 1 ? sequence - 1 : nil,
            at: Date(timeIntervalSince1970: 1_777_888_800.125 + Double(sequence)), label: "router → booking_agent",
            payload: Array("\(words) \(sequence)\n\0\u{1F697}".utf8))
    }

    @Test("what comes back is what was saved, bit for bit", arguments: CheckpointBackend.allCases)
    func roundTrip(_ backend: CheckpointBackend) async throws {
        try await backend.use { store, _ in
            let session = name()
            #expect(try await store.latest(of: session) == nil)
            for sequence in 1...3 { try await store.save(checkpoint(sequence, of: session)) }
            let every = StoredCheckpoint(
                session: session, sequence: 4, parent: 2, at: Workshop.now, label: "",
                payload: (0...255).map { UInt8($0) })
            try await store.save(every)
            #expect(try await store.latest(of: session) == every)
            #expect(try await store.checkpoint(2, of: session) == checkpoint(2, of: session))
            #expect(try await store.checkpoint(9, of: session) == nil)
            #expect(try await store.latest(of: session + "x") == nil)
        }
    }

    @Test("a history comes in pages, newest first", arguments: CheckpointBackend.allCases)
    func history(_ backend: CheckpointBackend) async throws {
        try await backend.use { store, _ in
            let session = name()
            for sequence in [3, 1, 11, 2, 7] { try await store.save(checkpoint(sequence, of: session)) }
            let first = try await store.history(of: session, before: nil, limit: 3)
            #expect(first.map(\.sequence) == [11, 7, 3])
            #expect(try await store.history(of: session, before: 3, limit: 3).map(\.sequence) == [2, 1])
            #expect(try await store.history(of: session, before: 1, limit: 3).isEmpty)
            #expect(try await store.history(of: session, before: nil, limit: 0).isEmpty)
            #expect(try await store.history(of: session, before: nil, limit: -5).isEmpty)
            #expect(try await store.history(of: session, before: nil, limit: .max).count == 5)
        }
    }

    @Test(
        "the newest stay when a session is pruned, and none when it is removed", arguments: CheckpointBackend.allCases)
    func pruning(_ backend: CheckpointBackend) async throws {
        try await backend.use { store, _ in
            let (session, other) = (name(), name())
            for sequence in 1...12 { try await store.save(checkpoint(sequence, of: session)) }
            try await store.save(checkpoint(1, of: other))
            try await store.prune(session, keeping: 2)
            #expect(try await store.history(of: session, before: nil, limit: 99).map(\.sequence) == [12, 11])
            try await store.prune(session, keeping: 50)
            #expect(try await store.checkpoint(11, of: session) != nil)
            try await store.remove(session)
            #expect(try await store.latest(of: session) == nil)
            #expect(try await store.latest(of: other) == checkpoint(1, of: other))
        }
    }

    @Test(
        "a checkpoint never changes: the same again is nothing, another is a conflict",
        arguments: CheckpointBackend.allCases)
    func immutable(_ backend: CheckpointBackend) async throws {
        try await backend.use { store, _ in
            let session = name()
            try await store.save(checkpoint(1, of: session))
            try await store.save(checkpoint(1, of: session))
            await #expect(throws: StoreError.conflict("checkpoint 1 of session \(session)")) {
                try await store.save(checkpoint(1, of: session, "other"))
            }
            #expect(try await store.latest(of: session) == checkpoint(1, of: session))
        }
    }

    @Test(
        "of writers at once one keeps each number, and the highest is the latest", arguments: CheckpointBackend.allCases
    )
    func concurrentWriters(_ backend: CheckpointBackend) async throws {
        try await backend.use { store, _ in
            let session = name()
            let kept = try await withThrowingTaskGroup(of: Bool.self) { group in
                for writer in 0..<4 {
                    for sequence in (1...10).reversed() {
                        group.addTask {
                            do throws(StoreError) {
                                try await store.save(checkpoint(sequence, of: session, "writer \(writer)"))
                                return true
                            } catch .conflict {
                                return false
                            }
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(kept == 10)
            #expect(try await store.latest(of: session)?.sequence == 10)
            #expect(try await store.history(of: session, before: nil, limit: 99).count == 10)
        }
    }

    @Test(
        "corrupt bytes are an error that names session and number, and the one before can be read",
        arguments: CheckpointBackend.allCases)
    func corruption(_ backend: CheckpointBackend) async throws {
        try await backend.use { store, vandal in
            guard vandal.isArmed else { return }
            let session = name()
            for sequence in 1...5 { try await store.save(checkpoint(sequence, of: session, "secret")) }
            for sequence in [2, 4, 5] { try await vandal.spoil(sequence, of: session) }
            await #expect(throws: StoreError.corrupt("checkpoint 5 of session \(session)")) {
                try await store.latest(of: session)
            }
            await #expect(throws: StoreError.corrupt("checkpoint 2 of session \(session)")) {
                try await store.checkpoint(2, of: session)
            }
            #expect(try await store.latestIntact(of: session)?.sequence == 3)
            #expect(try await store.history(of: session, before: nil, limit: 2).map(\.sequence) == [3, 1])
        }
    }

    @Test("what cannot be stored is refused", arguments: CheckpointBackend.allCases)
    func invalid(_ backend: CheckpointBackend) async throws {
        try await backend.use { store, _ in
            func refused(_ checkpoint: StoredCheckpoint) async {
                await #expect(throws: StoreError.self) { try await store.save(checkpoint) }
            }
            let now = Workshop.now
            await refused(checkpoint(0, of: name()))
            await refused(checkpoint(-1, of: name()))
            await refused(checkpoint(1, of: ""))
            await refused(checkpoint(1, of: "a\0b"))
            await refused(checkpoint(1, of: String(repeating: "x", count: 300)))
            await refused(
                StoredCheckpoint(session: name(), sequence: 1, parent: nil, at: now, label: "\0", payload: []))
            await refused(
                StoredCheckpoint(
                    session: name(), sequence: 1, parent: nil, at: now, label: "",
                    payload: Array(repeating: 0, count: checkpointLimit + 1)))
        }
    }

    @Test("a store in memory forgets the oldest checkpoint and the session written longest ago")
    func bounds() throws {
        let store = MemoryCheckpointStore(capacity: 3, sessions: 2)
        for sequence in 1...5 { try store.save(checkpoint(sequence, of: "a")) }
        #expect(store.history(of: "a", before: nil, limit: 9).map(\.sequence) == [5, 4, 3])
        for session in ["b", "c"] { try store.save(checkpoint(1, of: session)) }
        #expect(store.latest(of: "a") == nil)
        #expect(store.latest(of: "b") != nil)
    }

    @Test("in Redis checkpoints live thirty minutes from the last write, and what expired is gone")
    func expiry() async throws {
        let client = try RedisClient(url: try await RedisServer.shared.value.url())
        let store = RedisCheckpointStore(client)
        let session = name()
        try await store.save(checkpoint(1, of: session))
        try await client.command(["EXPIRE", "checkpoints:\(session)", 5])
        try await store.save(checkpoint(2, of: session))
        let left = try await client.command(["TTL", "checkpoints:\(session)"]).integer
        #expect((1790...1800).contains(try #require(left)))
        try await client.command(["PEXPIREAT", "checkpoints:\(session)", 1])
        #expect(try await store.latest(of: session) == nil)
        await client.close()
    }

    @Test("a key of another program is a corrupt value, fields of another program are passed over")
    func foreignKeys() async throws {
        let client = try RedisClient(url: try await RedisServer.shared.value.url())
        let store = RedisCheckpointStore(client)
        let session = name()
        try await client.command(["SET", "checkpoints:\(session)", "text"])
        await #expect(throws: StoreError.self) { try await store.latest(of: session) }
        await #expect(throws: StoreError.self) { try await store.save(checkpoint(1, of: session)) }
        try await store.remove(session)
        try await store.save(checkpoint(1, of: session))
        for field in ["latest", "1e3", "007", "-4", "9.5", ""] {
            try await client.command(["HSET", "checkpoints:\(session)", field, "?"])
        }
        #expect(try await store.latest(of: session)?.sequence == 1)
        await client.close()
    }
}
