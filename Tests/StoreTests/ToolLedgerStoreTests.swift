import Document
import Engine
import Foundation
import SQL
import Servers
import Store
import Testing

@Suite struct ToolLedgerStoreTests {
    enum Kind: String, CaseIterable, Sendable {
        case memory, sqlite, postgresql

        func use(_ body: (any ToolLedgerStore) async throws -> Void) async throws {
            guard self != .memory else { return try await body(MemoryToolLedgerStore()) }
            try await (self == .sqlite ? Backend.sqlite : .postgresql).use(handles: 1) { handles in
                try await body(SQLToolLedgerStore(Database(handles[0], zone: .gmt, now: Workshop.now)))
            }
        }
    }

    private let now = Workshop.now

    private func call(_ id: String, _ text: String = "hello", writes: Bool = true) -> ToolCall {
        ToolCall(id: id, name: "send_text", arguments: ["text": .string(text)], isWriting: writes, plannedAt: now)
    }

    @Test("a call is written down as running before it runs, and its end after", arguments: Kind.allCases)
    func life(_ kind: Kind) async throws {
        try await kind.use { store in
            guard case .run(let running) = try await store.begin(call("1"), of: "a", at: now) else {
                Issue.record("it may not run")
                return
            }
            #expect(running.state == .running && running.runs == 1)
            #expect(try await store.call("1") == running)
            let done = try await store.finish("1", .succeed(["sent": true, "price": 19.5]), at: now + 1)
            #expect(done.state == .succeeded(["sent": true, "price": 19.5]))
            #expect(try await store.call("1") == done)
            #expect(try await store.finish("1", .succeed(["sent": true, "price": 19.5]), at: now + 2) == done)
            #expect(try await store.begin(call("1"), of: "a", at: now) == .known(done))
            #expect(try await store.call("2") == nil)
        }
    }

    @Test("a writing call begins at most once, whoever asks at once", arguments: Kind.allCases)
    func atMostOnce(_ kind: Kind) async throws {
        try await kind.use { store in
            let runs = try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        if case .run = try await store.begin(call("1"), of: "a", at: now) { true } else { false }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(runs == 1)
        }
    }

    @Test(
        "after a restart a running call is unknown; one that writes stays so until its end is learned",
        arguments: Kind.allCases)
    func restart(_ kind: Kind) async throws {
        try await kind.use { store in
            _ = try await store.begin(call("w"), of: "a", at: now)
            _ = try await store.begin(call("r", writes: false), of: "a", at: now)
            _ = try await store.begin(call("other"), of: "b", at: now)
            #expect(try await store.recover("a").map(\.id) == ["w", "r"])
            #expect(try await store.recover("a").isEmpty)
            guard case .known(let lost) = try await store.begin(call("w"), of: "a", at: now) else {
                Issue.record("a writing call ran twice")
                return
            }
            #expect(lost.state == .unknown)
            guard case .run(let again) = try await store.begin(call("r", writes: false), of: "a", at: now) else {
                Issue.record("a reading call may run again")
                return
            }
            #expect(again.runs == 2)
            #expect(try await store.finish("w", .fail("never sent"), at: now).state == .failed("never sent"))
            #expect(try await store.call("other")?.state == .running)
        }
    }

    @Test("a call that failed does not run again if it writes", arguments: Kind.allCases)
    func failure(_ kind: Kind) async throws {
        try await kind.use { store in
            _ = try await store.begin(call("1"), of: "a", at: now)
            let failed = try await store.finish("1", .fail("no line"), at: now)
            #expect(try await store.begin(call("1"), of: "a", at: now) == .known(failed))
        }
    }

    @Test("an id belongs to one call", arguments: Kind.allCases)
    func otherArguments(_ kind: Kind) async throws {
        try await kind.use { store in
            _ = try await store.begin(call("1"), of: "a", at: now)
            await #expect(throws: StoreError.self) { try await store.begin(call("1", "other"), of: "a", at: now) }
            await #expect(throws: StoreError.self) { try await store.begin(call("1", writes: false), of: "a", at: now) }
            await #expect(throws: StoreError.self) { try await store.finish("2", .fail(""), at: now) }
            await #expect(throws: StoreError.self) { try await store.begin(call(""), of: "a", at: now) }
            await #expect(throws: StoreError.self) { try await store.begin(call("a\0"), of: "a", at: now) }
            let long = call("3", String(repeating: "x", count: 300_000))
            await #expect(throws: StoreError.self) { try await store.begin(long, of: "a", at: now) }
            #expect(try await store.calls(of: "a").map(\.id) == ["1"])
        }
    }

    @Test("a session's calls come in the order they began", arguments: Kind.allCases)
    func order(_ kind: Kind) async throws {
        try await kind.use { store in
            for id in ["3", "1", "2"] { _ = try await store.begin(call(id), of: "a", at: now) }
            _ = try await store.begin(call("9"), of: "b", at: now)
            #expect(try await store.calls(of: "a").map(\.id) == ["3", "1", "2"])
            #expect(try await store.calls(of: "nobody").isEmpty)
        }
    }

    @Test("a full ledger in memory forgets a settled reading call, never a writing one")
    func bound() throws {
        let store = MemoryToolLedgerStore(capacity: 2)
        _ = try store.begin(call("r", writes: false), of: "a", at: now)
        _ = try store.begin(call("w1"), of: "a", at: now)
        #expect(throws: StoreError.full("the ledger")) { try store.begin(call("w2"), of: "a", at: now) }
        try store.finish("r", .succeed(.null), at: now)
        _ = try store.begin(call("w2"), of: "a", at: now)
        #expect(store.calls(of: "a").map(\.id) == ["w1", "w2"])
    }

    @Test("a row another program wrote is a corrupt call", arguments: Backend.allCases)
    func foreignRow(_ backend: Backend) async throws {
        try await backend.house { database in
            let store = SQLToolLedgerStore(database)
            _ = try await store.begin(call("1"), of: "a", at: now)
            _ = try await database.sql.write { try $0.execute("UPDATE tool_calls SET arguments = '{'") }
            await #expect(throws: StoreError.corrupt("a tool call")) { try await store.call("1") }
        }
    }
}
