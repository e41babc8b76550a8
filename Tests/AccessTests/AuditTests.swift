import Document
import Foundation
import SQL
import Store
import Supervision
import Testing

@testable import Access

@Suite("Audit") struct AuditTests {
    private let start = Door.start

    private func entry(_ number: Int, in workspace: String = Workspace.first) -> AuditEntry {
        var entry = AuditEntry(
            actor: "usr_\(number % 3)", action: number.isMultiple(of: 2) ? "user.created" : "login",
            target: "usr_\(number)", in: workspace, at: start.addingTimeInterval(Double(number) + 0.123))
        entry.before = number.isMultiple(of: 5) ? nil : ["name": "Sue", "n": .number(0.5)]
        entry.after = ["text": "q\"\u{1F697}é\n", "list": [1, nil, true]]
        entry.requestID = "req_\(number)"
        return entry
    }

    private func fill(_ database: Database, _ count: Int = 12) async throws {
        for number in 1...count { try await database.append(entry(number)) }
    }

    @Test(
        "what was written comes back, newest first, numbered from one, each after the hash before it",
        arguments: Backend.allCases)
    func chain(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            try await fill(database)
            let records = try await database.audit(AuditQuery(), in: Workspace.first)
            #expect(records.map(\.sequence) == (1...12).reversed())
            #expect(records.reversed().map(\.entry) == (1...12).map { entry($0) })
            for (later, earlier) in zip(records, records.dropFirst()) { #expect(later.previousHash == earlier.hash) }
            #expect(records.last?.previousHash == String(repeating: "0", count: 64))
            let last = try #require(records.first)
            #expect(
                try await database.verifyAudit(in: Workspace.first) == .intact(count: 12, lastHash: last.hash))
        }
    }

    @Test("an empty audit is intact")
    func empty() async throws {
        try await Door.open { door in
            let hash = String(repeating: "0", count: 64)
            let verdict = try await door.keeper.verifyAudit()
            #expect(verdict == .intact(count: 0, lastHash: hash))
        }
    }

    @Test("many who write at once make one chain, in each workspace", arguments: Backend.allCases)
    func concurrent(_ backend: Backend) async throws {
        try await backend.use { here, there in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    group.addTask {
                        let workspace = number.isMultiple(of: 4) ? "ws_other" : Workspace.first
                        try await (number.isMultiple(of: 2) ? here : there).append(entry(number, in: workspace))
                    }
                }
                try await group.waitForAll()
            }
            for (workspace, count) in [(Workspace.first, 30), ("ws_other", 10)] {
                guard case .intact(count, _) = try await here.verifyAudit(in: workspace) else {
                    Issue.record("the chain of \(workspace) is broken")
                    return
                }
            }
        }
    }

    @Test(
        "the first link that does not hold is found",
        arguments: [
            ("UPDATE audit_log SET actor = 'usr_9' WHERE seq = 5", 5),
            ("UPDATE audit_log SET after_value = '{\"role\":\"admin\"}' WHERE seq = 7", 7),
            ("UPDATE audit_log SET before_value = NULL WHERE seq = 2", 2),
            ("UPDATE audit_log SET after_value = 'no json' WHERE seq = 3", 3),
            ("UPDATE audit_log SET at = at + 1 WHERE seq = 12", 12),
            ("UPDATE audit_log SET request_id = NULL WHERE seq = 4", 4),
            ("DELETE FROM audit_log WHERE seq = 6", 6),
            ("DELETE FROM audit_log WHERE seq < 3", 1),
            ("DELETE FROM audit_log WHERE seq = 9; UPDATE audit_log SET seq = seq - 1 WHERE seq > 9", 9),
            ("UPDATE audit_log SET hash = prev_hash WHERE seq = 8", 8),
            ("UPDATE audit_log SET workspace_id = 'ws_other' WHERE seq = 10", 10),
        ])
    func tampered(_ statement: String, _ broken: Int) async throws {
        try await Door.open { door in
            try await fill(door.database)
            try await door.database.sql.write { try $0.script(statement) }
            #expect(try await door.keeper.verifyAudit() == .broken(sequence: broken))
        }
    }

    @Test("an end that was cut off shows in the last hash and the count")
    func cut() async throws {
        try await Door.open { door in
            try await fill(door.database)
            let whole = try await door.keeper.verifyAudit()
            try await door.database.sql.write { try $0.script("DELETE FROM audit_log WHERE seq > 10") }
            #expect(try await door.keeper.verifyAudit() != whole)
        }
    }

    @Test("entries are found by who, what, on what and when, page by page", arguments: Backend.allCases)
    func queries(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            try await fill(database)
            func found(_ change: (inout AuditQuery) -> Void) async throws -> [Int] {
                var query = AuditQuery()
                change(&query)
                return try await database.audit(query, in: Workspace.first).map(\.sequence)
            }
            #expect(try await found { $0.actor = "usr_0" } == [12, 9, 6, 3])
            #expect(try await found { $0.action = "user" } == [12, 10, 8, 6, 4, 2])
            #expect(try await found { $0.action = "login" } == [11, 9, 7, 5, 3, 1])
            #expect(try await found { $0.action = "use" } == [])
            #expect(try await found { $0.target = "usr_4" } == [4])
            #expect(try await found { $0.from = start.addingTimeInterval(10) } == [12, 11, 10])
            #expect(try await found { $0.to = start.addingTimeInterval(3) } == [2, 1])
            #expect(try await found { ($0.limit, $0.before) = (2, 5) } == [4, 3])
            #expect(try await found { $0.actor = "' OR 1 = 1 --" } == [])
            #expect(try await database.audit(AuditQuery(), in: "ws_other").isEmpty)
        }
    }

    @Test("what people do with users and keys is written down, without a secret")
    func written() async throws {
        try await Door.open { door in
            let author = Author(id: "usr_admin", requestID: "req_7")
            let wish = try UserWish(
                email: try EmailAddress("sue@example.com"), name: "Sue", role: .supervisor, password: Door.password)
            let user = try await door.keeper.addUser(wish, by: author)
            let pair = try await door.login("sue@example.com")
            try await door.keeper.logout(pair.refresh.secret)
            let key = try await door.keeper.makeKey(APIKeyWish(name: "robot", role: .worker), by: author)
            try await door.keeper.revokeKey(key.key.id, by: author)
            _ = try await door.keeper.changeUser(
                user.id, UserChange(), password: Redacted("a new password"), by: author)
            try await door.keeper.removeUser(user.id, by: author)
            let records = try await door.keeper.audit(AuditQuery())
            #expect(
                records.reversed().map(\.entry.action) == [
                    "user.created", "login", "logout", "key.created", "key.revoked", "user.password_changed",
                    "user.removed",
                ])
            #expect(records.last?.entry.requestID == "req_7")
            let text = "\(records)"
            for secret in [Door.password.revealed, "a new password", key.secret.revealed, "sue@example.com"] {
                #expect(!text.contains(secret))
            }
        }
    }
}
