import Foundation
import SQL
import Store
import Supervision
import Testing

@testable import Access

@Suite("API keys") struct KeyTests {
    private func wish(_ role: Role = .admin, _ change: (inout APIKeyWish) -> Void = { _ in }) -> APIKeyWish {
        var wish = APIKeyWish(name: "robot", role: role)
        change(&wish)
        return wish
    }

    @Test("a key opens what its role and its scopes allow", arguments: Backend.allCases)
    func scopes(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            let door = Door(database)
            let made = try await door.keeper.makeKey(
                wish { $0.scopes = ["session:read", "audit:read"] }, by: .system)
            #expect(made.secret.revealed.hasPrefix("vw_live_"))
            let admission = try await door.keeper.authenticate(bearer: made.secret.revealed)
            #expect(admission.proof == .key(id: made.key.id))
            #expect(Permission.allCases.filter { admission.principal.may($0) } == [.readSession, .readAudit])
            #expect(try await door.keeper.keys().first?.lastUsedAt == Door.start)
        }
    }

    @Test("a supervisor's key acts for the supervisor, and ends with them", arguments: Backend.allCases)
    func owner(_ backend: Backend) async throws {
        try await backend.use { database, _ in
            let door = Door(database)
            try await door.add("ann@example.com", .admin)
            let user = try await door.add("sue@example.com", .supervisor)
            let made = try await door.keeper.makeKey(wish(.supervisor) { $0.owner = user.id }, by: .system)
            let admission = try await door.keeper.authenticate(bearer: made.secret.revealed)
            #expect(admission.principal.id == made.key.id)
            #expect(admission.principal.scope == Scope(viewer: .supervisor(user.id)))
            var change = UserChange()
            change.isActive = false
            _ = try await door.keeper.changeUser(user.id, change, by: .system)
            #expect(await door.keeper.standing(of: admission) == .revoked)
            await #expect(throws: AccessError.unauthenticated(.revoked)) {
                try await door.keeper.authenticate(bearer: made.secret.revealed)
            }
            door.pass(AdmissionCache.lifetime)
            await #expect(throws: AccessError.unauthenticated(.unknownKey)) {
                try await door.keeper.authenticate(bearer: made.secret.revealed)
            }
            await #expect(throws: AccessError.notFound("owner")) {
                try await door.keeper.makeKey(wish(.supervisor) { $0.owner = "usr_nobody" }, by: .system)
            }
        }
    }

    @Test("a key that was revoked or has expired opens nothing", arguments: Backend.allCases)
    func ends(_ backend: Backend) async throws {
        try await backend.use { first, second in
            let (here, there) = (Door(first), Door(second))
            let expiry = Door.start.addingTimeInterval(10)
            let short = try await here.keeper.makeKey(wish { $0.expiresAt = expiry }, by: .system)
            let long = try await here.keeper.makeKey(wish(), by: .system)
            let admission = try await there.keeper.authenticate(bearer: long.secret.revealed)
            _ = try await here.keeper.authenticate(bearer: short.secret.revealed)
            here.pass(10)
            await #expect(throws: AccessError.unauthenticated(.expired)) {
                try await here.keeper.authenticate(bearer: short.secret.revealed)
            }
            try await here.keeper.revokeKey(long.key.id, by: .system)
            there.pass(2)
            #expect(await there.keeper.standing(of: admission) == .revoked)
            await #expect(throws: AccessError.unauthenticated(.revoked)) {
                try await there.keeper.authenticate(bearer: long.secret.revealed)
            }
            await #expect(throws: AccessError.notFound("key")) {
                try await here.keeper.revokeKey("key_nobody", by: .system)
            }
            await #expect(throws: AccessError.notFound("key")) {
                try await here.keeper.revokeKey(long.key.id, by: Author(id: "x", workspace: "ws_other"))
            }
        }
    }

    @Test("a publishable key makes sessions, from its origins, and nothing else")
    func publishable() async throws {
        try await Door.open { door in
            let made = try await door.keeper.makeKey(
                wish {
                    $0.isPublishable = true
                    $0.origins = ["https://Shop.example"]
                    $0.scopes = ["audit:read"]
                }, by: .system)
            #expect(made.secret.revealed.hasPrefix("vw_pub_"))
            let admission = try await door.keeper.authenticate(
                bearer: made.secret.revealed, origin: "https://shop.example")
            #expect(Permission.allCases.filter { admission.principal.may($0) } == [.createSession])
            #expect(!admission.principal.scope.shows("sess_1", of: Ownership()))
            for origin in [nil, "https://evil.example", "https://shop.example.evil.example", "null"] {
                await #expect(throws: AccessError.forbidden("this key from this origin")) {
                    try await door.keeper.authenticate(bearer: made.secret.revealed, origin: origin)
                }
            }
        }
    }

    @Test("one kind of key is no other kind")
    func kinds() async throws {
        try await Door.open { door in
            let made = try await door.keeper.makeKey(wish(), by: .system)
            let disguised = made.secret.revealed.replacing("vw_live_", with: "vw_pub_")
            await #expect(throws: AccessError.unauthenticated(.unknownKey)) {
                try await door.keeper.authenticate(bearer: disguised, origin: "https://shop.example")
            }
            for length in 0..<made.secret.revealed.count {
                await #expect(throws: AccessError.self) {
                    try await door.keeper.authenticate(bearer: String(made.secret.revealed.prefix(length)))
                }
            }
        }
    }

    @Test("a key's secret is not in the database")
    func digest() async throws {
        try await Door.open { door in
            let made = try await door.keeper.makeKey(wish(), by: .system)
            let rows = try await door.database.sql.read { try $0.query("SELECT * FROM api_keys") }
            #expect(rows.count == 1)
            #expect(!"\(rows)".contains(made.secret.revealed.dropFirst(8)))
            #expect("\(rows)".contains(OpaqueSecret.digest(made.secret.revealed)))
        }
    }

    @Test("a key that would make no sense is not made")
    func nonsense() async throws {
        try await Door.open { door in
            let wishes = [
                wish { $0.scopes = ["everything"] }, wish(.caller), wish { $0.isPublishable = true },
                wish(.admin) { $0.owner = "usr_1" }, wish { $0.name = "" },
            ]
            for wish in wishes {
                await #expect(throws: AccessError.self) { try await door.keeper.makeKey(wish, by: .system) }
            }
            let keys = try await door.keeper.keys()
            #expect(keys.isEmpty)
        }
    }

    @Test("that a key is used is written down once a minute")
    func lastUse() async throws {
        try await Door.open { door in
            let made = try await door.keeper.makeKey(wish(), by: .system)
            var uses: [Date?] = []
            for _ in 0..<3 {
                _ = try await door.keeper.authenticate(bearer: made.secret.revealed)
                uses.append(try await door.keeper.keys().first?.lastUsedAt)
                door.pass(40)
            }
            #expect(uses == [Door.start, Door.start, Door.start.addingTimeInterval(80)])
        }
    }
}
