import Foundation
import SQL
import Store
import Supervision
import Testing

@testable import Access

@Suite("Requests that come twice") struct IdempotencyTests {
    private let start = Door.start
    private let answer = StoredResponse(
        status: 202, fields: ["Location": "/api/sessions/s/commands/cmd_1"], body: #"{"id":"cmd_1","text":"é"}"#)

    private func request(
        _ key: String = "k", fingerprint: String = "f", principal: String = "usr_1", route: String = "POST /api/x"
    ) -> IdempotentRequest {
        IdempotentRequest(
            workspace: Workspace.first, principal: principal, route: route, key: key, fingerprint: fingerprint)
    }

    private func attempt(_ verdict: IdempotencyVerdict) throws -> String {
        guard case .new(let attempt) = verdict else { throw StoreError.invalid("verdict: it is not new") }
        return attempt
    }

    @Test(
        "a request is new, then in progress, then answered with the same answer for a day", arguments: Backend.allCases)
    func life(_ backend: Backend) async throws {
        try await backend.use { here, there in
            let attempt = try attempt(try await here.begin(request(), now: start))
            #expect(try await there.begin(request(), now: start) == .inProgress)
            #expect(try await there.begin(request(fingerprint: "g"), now: start) == .mismatch)
            try await here.finish(request(), attempt: attempt, with: answer)
            let almost = start.addingTimeInterval(24 * 60 * 60 - 1)
            #expect(try await there.begin(request(), now: almost) == .replay(answer))
            #expect(try await there.begin(request(fingerprint: "g"), now: almost) == .mismatch)
            _ = try self.attempt(try await there.begin(request(), now: start.addingTimeInterval(24 * 60 * 60)))
        }
    }

    @Test("a key counts for one principal and one route", arguments: Backend.allCases)
    func scope(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            _ = try attempt(try await database.begin(request(), now: start))
            _ = try attempt(try await database.begin(request(principal: "usr_2"), now: start))
            _ = try attempt(try await database.begin(request(route: "POST /api/y"), now: start))
            _ = try attempt(try await database.begin(request("other"), now: start))
        }
    }

    @Test("of many who come at once, one is new", arguments: Backend.allCases)
    func race(_ backend: Backend) async throws {
        try await backend.use { here, there in
            let verdicts = try await withThrowingTaskGroup(of: IdempotencyVerdict.self) { group in
                for index in 0..<16 {
                    group.addTask { try await (index.isMultiple(of: 2) ? here : there).begin(request(), now: start) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(verdicts.count { $0 != .inProgress } == 1)
        }
    }

    @Test("an attempt that came to nothing can be made again", arguments: Backend.allCases)
    func abandoned(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            let first = try attempt(try await database.begin(request(), now: start))
            try await database.abandon(request(), attempt: first)
            let second = try attempt(try await database.begin(request(fingerprint: "g"), now: start))
            try await database.finish(request(), attempt: second, with: answer)
            try await database.abandon(request(), attempt: second)
            #expect(try await database.begin(request(fingerprint: "g"), now: start) == .replay(answer))
        }
    }

    @Test("who has not finished after a minute has no say any more", arguments: Backend.allCases)
    func dead(_ backend: Backend) async throws {
        try await backend.use { here, there in
            let first = try attempt(try await here.begin(request(), now: start))
            let later = start.addingTimeInterval(60)
            #expect(try await there.begin(request(fingerprint: "g"), now: later) == .mismatch)
            let second = try attempt(try await there.begin(request(), now: later))
            try await here.finish(request(), attempt: first, with: StoredResponse(status: 500, body: "late"))
            #expect(try await here.begin(request(), now: later) == .inProgress)
            try await there.finish(request(), attempt: second, with: answer)
            #expect(try await here.begin(request(), now: later) == .replay(answer))
        }
    }

    @Test("a key is neither empty nor endless, and has no control characters")
    func keys() async throws {
        let database = try Database(zone: .gmt, now: start)
        for key in ["", String(repeating: "k", count: 256), "a\nb", "a\u{0}b"] {
            await #expect(throws: StoreError.self) { try await database.begin(request(key), now: start) }
        }
        await database.close()
    }

    @Test("what expired is forgotten")
    func sweep() async throws {
        let database = try Database(zone: .gmt, now: start)
        _ = try await database.begin(request(), now: start)
        try await database.forgetExpiredIdentity(now: start.addingTimeInterval(24 * 60 * 60))
        let rows = try await database.sql.read { try $0.query("SELECT * FROM idempotency_keys") }
        #expect(rows.isEmpty)
        await database.close()
    }
}
