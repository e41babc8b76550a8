import Conversation
import Document
import Foundation
import Store
import Supervision
import Testing

@Suite("What is remembered of a directory") struct RememberedDirectoryTests {
    private typealias Setup = ExchangeBackend
    private let now = Workshop.now
    private let everybody = Scope(viewer: .everybody)

    private func summary(_ id: String) -> SessionSummary {
        SessionSummary(id: id, channel: .voice, room: id, startedAt: now)
    }

    @Test("who writes reads it at once, whatever is written", arguments: [ExchangeBackend.sqlite, .redis])
    func ownWrites(backend: ExchangeBackend) async throws {
        try await backend.use { exchanges in
            let (directory, log, id) = (exchanges[0].directory, exchanges[0].log, Setup.session())
            try await directory.enter(SessionRecord(summary(id)), now: now)
            #expect(try await directory.record(of: id, in: everybody)?.title == nil)
            for round in 1...50 {
                #expect(try await directory.amend(id, title: "title \(round)", tags: nil, in: everybody))
                #expect(try await directory.record(of: id, in: everybody)?.title == "title \(round)")
                let mode = SessionEvent.Kind.extra(type: "mode", fields: ["mode": .string("mode \(round)")])
                let written = await log.append(SessionEvent(id, mode), at: now)
                let record = try #require(try await directory.record(of: id, in: everybody))
                #expect(record.mode == "mode \(round)" && record.lastSequence == written.sequence)
                // What this process said to the others it hears itself, and reads anew.
                let newest = directory.newest(of: id)
                #expect(newest == written.sequence || backend == .redis && newest == nil)
            }
            try await directory.share(id, with: "oz", isShared: true)
            let operators = Scope(viewer: .operator("oz"))
            #expect(try await directory.record(of: id, in: operators) != nil)
            try await directory.share(id, with: "oz", isShared: false)
            #expect(try await directory.record(of: id, in: operators) == nil)
        }
    }

    @Test("what is remembered is shown to those who may see it only")
    func scopes() async throws {
        try await ExchangeBackend.sqlite.use { exchanges in
            let (directory, id) = (exchanges[0].directory, Setup.session())
            try await directory.enter(SessionRecord(summary(id), ownership: Ownership(owner: "ann")), now: now)
            for _ in 1...3 {
                #expect(try await directory.record(of: id, in: Scope(viewer: .supervisor("ann"))) != nil)
                #expect(try await directory.record(of: id, in: Scope(viewer: .supervisor("bob"))) == nil)
                #expect(try await directory.record(of: id, in: Scope(workspace: "ws_other", viewer: .everybody)) == nil)
                #expect(try await directory.record(of: id, in: Scope(viewer: .caller(id))) != nil)
                #expect(try await directory.record(of: id, in: Scope(viewer: .caller("other"))) == nil)
            }
        }
    }

    @Test("what another process writes is seen soon, an event or none")
    func otherProcesses() async throws {
        try await ExchangeBackend.redis.use(processes: 2) { exchanges in
            let (here, there, id) = (exchanges[0], exchanges[1], Setup.session())
            try await here.directory.enter(SessionRecord(summary(id)), now: now)
            await here.log.append(SessionEvent(id, .lifecycle(summary(id))), at: now)
            for round in 1...20 {
                #expect(try await there.directory.record(of: id, in: everybody) != nil)
                #expect(try await here.directory.amend(id, title: "title \(round)", tags: nil, in: everybody))
                try await until { try await there.directory.record(of: id, in: everybody)?.title == "title \(round)" }
                let mode = SessionEvent.Kind.extra(type: "mode", fields: ["mode": .string("mode \(round)")])
                await here.log.append(SessionEvent(id, mode), at: now)
                try await until { try await there.directory.record(of: id, in: everybody)?.mode == "mode \(round)" }
            }
        }
    }

    @Test("readers and writers at once leave nothing old behind")
    func race() async throws {
        try await ExchangeBackend.sqlite.use { exchanges in
            let (directory, log, id) = (exchanges[0].directory, exchanges[0].log, Setup.session())
            try await directory.enter(SessionRecord(summary(id)), now: now)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { for _ in 0..<100 { _ = try await directory.record(of: id, in: everybody) } }
                }
                group.addTask {
                    for round in 1...50 {
                        _ = try await directory.amend(id, title: "\(round)", tags: nil, in: everybody)
                    }
                }
                group.addTask { for round in 1...50 { await log.append(Setup.event(id, round), at: now) } }
                try await group.waitForAll()
            }
            let record = try await directory.record(of: id, in: everybody)
            #expect(record?.title == "50" && record?.lastSequence == 50)
        }
    }

    private func until(_ isSo: () async throws -> Bool) async throws {
        for _ in 0..<1_000 {
            if try await isSo() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("not within ten seconds")
    }
}
